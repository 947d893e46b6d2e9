"""检查: findings while one writes, in a table below the page and as marks in it; mending, passing over, explaining."""
