# pupil
