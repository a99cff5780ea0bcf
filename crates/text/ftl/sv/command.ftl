# Vad kommandona säger.
