"""What goes on inside a network: its weights and maps as pictures, what its layers make of the data, and its loss."""
