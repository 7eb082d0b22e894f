"""What the mouse does, each an object that lives from press to release."""
