/** Who is away, and who decides for them. */
export default {
  'away.alone': '{name} is away until {date}.',
  'away.stand-in': '{name} is away until {date}; {standIn} decides in the meantime.',
  'away.note': '{name} writes: “{note}”',
  'away.you-decide': 'You also decide for {names}, who asked you to while away.',
} as const
