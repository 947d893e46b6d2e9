"""Nothing is lost: copies of unsaved work, backups by day, locks, files that others change, an end at any moment."""
