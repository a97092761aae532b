import { describe, expect, it } from 'vitest'
import { Page } from './page.tsx'
import { markupOf, sampleFrame as frame } from './sample-frame.ts'

const person = frame.person as NonNullable<typeof frame.person>
const reader = { ...frame.reader, locale: 'fr' as const }

describe('a page', () => {
  const html = markupOf(
    <Page frame={frame} title={'</title><script>alert("1")</script>'} live={['queue', 'request:1']}>
      <h1>Requests</h1>
    </Page>,
  )

  it('is a whole document in the reader’s language, with its title, its skip link and one main', () => {
    expect(html).toMatch(/^<!doctype html><html lang="en" dir="ltr"><head>/)
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; – Vestibule</title>')
    expect(html).toContain('<a class="skip-link" href="#main">Skip to main content</a>')
    expect(html.match(/<main /g)).toHaveLength(1)
    expect(html).toContain('data-live="queue request:1"')
  })

  it('holds nothing that a strict content policy forbids', () => {
    expect(html).not.toMatch(/<style|<script>| style="| on[a-z]+="|javascript:/)
  })

  it('counts up to 99 and then says so', () => {
    expect(html).toContain('99+')
    expect(html).toContain('More than 99 requests wait for you')
    expect(html).toContain('2 open requests')
  })

  it('sends the language form back to where the reader is', () => {
    expect(html).toContain('<input type="hidden" name="return" value="/requests?show=open"/>')
  })

  it('offers the places that the person may go to, and no others', () => {
    const plain = markupOf(
      <Page
        frame={{ ...frame, person: { ...person, canDecide: false, manages: false, isOperator: false } }}
        title="x"
      />,
    )
    expect(plain).toContain('Manage Profile')
    expect(plain).not.toMatch(/Requests to decide|Manage Smart Account|Operator/)
    const signedOut = markupOf(<Page frame={{ ...frame, person: undefined, demo: false }} title="x" />)
    expect(signedOut).toContain('href="/sign-in"')
    expect(signedOut).not.toMatch(/Sign out|\/mailbox/)
  })

  it('speaks French to a French reader, and says a chosen theme to the browser', () => {
    const french = markupOf(<Page frame={{ ...frame, reader, theme: 'dark' }} title="Accueil" failed />)
    expect(french).toContain('<html lang="fr" dir="ltr" data-theme="dark">')
    expect(french).toContain('Erreur\u00a0: Accueil – Vestibule')
    expect(french).toContain('Gérer le profil')
    expect(french).toContain('Vos demandes d’accès')
  })

  it('refuses a footer link that would run something', () => {
    const links = [{ label: 'Help', href: 'javascript:alert(1)' }]
    expect(() => markupOf(<Page frame={{ ...frame, footerLinks: links }} title="x" />)).toThrow('not safe')
  })
})
