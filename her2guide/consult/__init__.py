"""What a counselor does beside a person who reads their guide: pure, without a window."""
