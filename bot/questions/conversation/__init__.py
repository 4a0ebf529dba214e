"""What a text asks in the light of what was talked about before it."""
