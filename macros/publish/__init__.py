"""What happens to the files of a site before they are published."""
