"""Intervals and their arithmetic, units, calendars and currencies: what a value is worth."""
