/** Access that ends: the fields of an end, the warnings, and what can be done about it. */
export default {
  'ends.time': 'Time of that day',
  'ends.zone': 'Without a time, to the end of that day. The clocks are those of {zone}.',
} as const
