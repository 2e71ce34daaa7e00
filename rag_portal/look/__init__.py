"""How things look on a page: lamps, bars, times in words and form fields, as plain functions."""
