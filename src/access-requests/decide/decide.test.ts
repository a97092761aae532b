import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks, declines, placeId, standing } from '../../../test/world/acts.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

describe('an administrator', () => {
  it('gives what they choose, the requester is told, and so are the others', async () => {
    const id = await asks(here, 'raul')
    const ana = await here.as('ana')
    const page = await ana.get(`/requests/${id}/approve`)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain(' checked')
    const answer = await approves(ana, id, { role: 'SU' })
    expect(answer.location).toBe(`/requests/${id}/decided`)
    expect((await ana.get(answer.location ?? '')).text).toContain('Raul Ortega has access')
    expect(await standing(here, id)).toMatchObject({
      status: 'APPROVED',
      version: 2,
      grants: [{ role: 'SU', place: null, over: false }],
      decisions: [{ verdict: 'APPROVE', final: true, by: 'ana' }],
    })
    await here.settle()
    const [toRaul] = here.mails.to('raul@acme.example').slice(-1)
    const [toBen] = here.mails.to('ben@acme.example').slice(-1)
    expect(toRaul?.subject).toContain('Approuvée')
    expect(toRaul?.text).toMatchInlineSnapshot(`
      "Ana Costa a approuvé votre demande d’accès à ACME.

      Donné: Utilisateur du compte Smart, pour tout le compte
      Demandé: Accès ; l’administrateur choisit le rôle et l’étendue
      Compte Smart: ACME (acme.example)
      Référence: AR-DX15-5NC2

      Écrit par Ana Costa, non par nous :
      > As we agreed on the phone.

      L’accès est en vigueur. Vous le trouvez sous Gestion des accès, avec son origine et son échéance.

      Ouvrir la demande:
      http://127.0.0.1:41173/requests/01a205b1-ca69-701a-b9cc-d3a8e755250b

      -- 
      Vestibule
      Vous recevez ce mail parce que vous avez demandé un accès.
      "
    `)
    expect(toBen?.text).toMatchInlineSnapshot(`
      "Ana Costa approved the access request of Raul Ortega for ACME.

      Given: Smart Account User of the whole account
      Smart Account: ACME (acme.example)
      Reference: AR-DX15-5NC2

      There is nothing left for you to do. If you think it was wrong, talk to each other: access can be taken back at any time.

      Open the request:
      http://127.0.0.1:41173/requests/01a205b1-ca69-701a-b9cc-d3a8e755250b

      -- 
      Vestibule
      You get this because you administer this Smart Account. Nothing in this mail decides anything: sign in and decide there.
      "
    `)
    expect(here.mails.to('ana@acme.example').map(({ subject }) => subject)).not.toContain(toBen?.subject)
  })
})
