import { describe, expect, it } from 'vitest'
import { Identifier } from './identifier.tsx'
import { Link } from './link.tsx'
import { markupOf } from './sample-frame.ts'

describe('a reference', () => {
  it('stays on one line wherever it stands in a sentence, and is copied as it is', () => {
    const said = markupOf(<Link href="/requests/1">Request AR-7K3M-Q9XD, approved</Link>)
    expect(said).toContain('>Request <span class="unbroken">AR-7K3M-Q9XD</span>, approved</a>')
    expect(markupOf(<Link href="/">{'SC-0000-1111 and NA-2222-3333'}</Link>).match(/unbroken/g)).toHaveLength(
      2,
    )
    expect(markupOf(<Identifier value="VC-7K3M-Q9XD" />)).toContain('unbroken')
  })

  it('is nothing else that has hyphens', () => {
    for (const text of ['AR-7K3-Q9XD', 'my-site-name.example', 'XAR-7K3M-Q9XD', 'AR-7K3M-Q9XDE'])
      expect(markupOf(<Link href="/">{text}</Link>)).not.toContain('unbroken')
    expect(markupOf(<Identifier value="my-site-name.example" />)).not.toContain('unbroken')
  })
})
