"""What menus and keys do with the drawing."""
