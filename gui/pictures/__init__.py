"""Pictures of people's own: read from folders and files through Qt's readers."""
