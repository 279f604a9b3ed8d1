"""What people did, with who, when and why: written once, never changed; a correction is a new act."""
