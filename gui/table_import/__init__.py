"""The assistant through which people bring in tables of their own."""
