/** So many rounds as the caller asked for with `--rounds`, else so many. */
export function rounds(otherwise: number): number {
  const asked = Number(process.env.FAULTS_ROUNDS)
  return Number.isInteger(asked) && asked > 0 ? asked : otherwise
}
