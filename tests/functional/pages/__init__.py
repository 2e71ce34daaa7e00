"""Every page and its states, room by room; tests/functional/states.py gathers them."""
