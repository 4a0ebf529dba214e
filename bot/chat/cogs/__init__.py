"""What people type: slash commands, grouped."""
