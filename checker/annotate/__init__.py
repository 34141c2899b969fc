"""Document -> Annotated: the sentences of a text, and its mentions of numbers and dates."""
