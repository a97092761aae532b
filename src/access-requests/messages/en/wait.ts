/** How long answers of an account take. */
export default {
  'wait.label': 'Usual wait',
  'wait.usually':
    '{n, plural, one {Usually answered within # working day.} other {Usually answered within # working days.}}',
  'wait.half-most':
    '{half, plural, one {Half of the requests are answered within # working day, most within {most}.} other {Half of the requests are answered within # working days, most within {most}.}}',
  'wait.half-longer':
    '{half, plural, one {Half of the requests are answered within # working day; some take more than {n}.} other {Half of the requests are answered within # working days; some take more than {n}.}}',
  'wait.longer': 'Usually answered after more than {n} working days.',
} as const
