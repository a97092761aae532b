/** As much of the provider as the tests use; it brings no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Claims = Readonly<Record<string, unknown>>
  type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> }
  type Interaction = {
    readonly prompt: { readonly name: string }
    readonly params: { readonly client_id: string; readonly scope?: string }
    readonly session?: { readonly accountId?: string }
  }

  export default class Provider {
    constructor(issuer: string, configuration: object)
    proxy: boolean
    readonly Grant: new (grant: {
      accountId: string
      clientId: string
    }) => Grant
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
      options?: { mergeWithLastSubmission?: boolean },
    ): Promise<void>
    on(event: string, listener: (...about: never[]) => void): this
  }
  export type { Claims }
}
