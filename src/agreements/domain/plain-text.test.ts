import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textBlocks } from './plain-text.ts'

describe('a text of an agreement', () => {
  it('is headings, paragraphs and lists', () => {
    const text = '# Scope\nThis holds\nfor all.\n\n- one\n- two\n\n1. first\n2) second\nand words'
    expect(textBlocks(text)).toEqual([
      { kind: 'heading', text: 'Scope' },
      { kind: 'paragraph', text: 'This holds for all.' },
      { kind: 'list', ordered: false, items: ['one', 'two'] },
      { kind: 'list', ordered: true, items: ['first', 'second'] },
      { kind: 'paragraph', text: 'and words' },
    ])
  })

  it('keeps every word, whatever is written', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1 }), { minLength: 1 }), (paragraphs) => {
        const blocks = textBlocks(paragraphs.map((words) => words.join('\n')).join('\n\n'))
        const kept = blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))
        expect(kept).toEqual(paragraphs.map((words) => words.join(' ')))
      }),
    )
  })
})
