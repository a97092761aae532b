/** The embedded server cannot start; the message is one sentence for whoever started us. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}
