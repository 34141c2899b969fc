"""Find the numbers and dates on which sources of one story cannot agree."""
