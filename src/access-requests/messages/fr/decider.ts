/** The sentences of whoever decides. */
export default {} as const
