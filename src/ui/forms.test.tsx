import { describe, expect, it } from 'vitest'
import { Checkboxes, ErrorSummary, Field, Form, Radios, Select, TextArea } from './index.ts'
import { markupOf } from './sample-frame.ts'

const reader = { locale: 'en', timeZone: 'Europe/Paris' } as const
const french = { locale: 'fr', timeZone: 'Europe/Paris' } as const
const hostile = `"><script>alert('1')</script>&`
const shown = '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;'

describe('a field', () => {
  it('is tied to its label, its help and its error', () => {
    const html = markupOf(
      <Field
        reader={reader}
        name="company"
        label="Company"
        help="As on the badge"
        error="Say which"
        required
      />,
    )
    expect(html).toContain('<label for="company">Company</label>')
    expect(html).toContain('id="company-help"')
    expect(html).toContain('id="company-error"')
    expect(html).toContain('aria-describedby="company-help company-error"')
    expect(html).toContain('aria-invalid="true"')
  })

  it('says when it may stay empty, and has an asterisk where it is asked for', () => {
    expect(markupOf(<Field reader={reader} name="a" label="Phone" />)).toContain('Phone (optional)')
    expect(markupOf(<Field reader={french} name="a" label="Téléphone" />)).toContain('Téléphone (facultatif)')
    expect(markupOf(<Field reader={reader} name="a" label="Identifier" star required />)).toContain(
      '>Identifier*<',
    )
  })

  it('says who keeps its value when it cannot be changed here', () => {
    const html = markupOf(
      <Field reader={reader} name="a" label="Company" value="ACME" owner="the directory" />,
    )
    expect(html).toContain('readonly=""')
    expect(html).toContain('Kept by the directory. Change it there.')
    expect(html).toContain('aria-describedby="a-note"')
    expect(html).not.toContain('(optional)')
  })

  it('shows hostile text literally', () => {
    const html = markupOf(
      <Field reader={reader} name="a" label={hostile} help={hostile} error={hostile} value={hostile} />,
    )
    expect(html).not.toContain('<script>')
    expect(html.split(shown)).toHaveLength(5)
  })
})

describe('a text area', () => {
  const area = (value: string, language: typeof reader | typeof french = reader) =>
    markupOf(
      <TextArea reader={language} name="reason" label="Reason" value={value} min={10} max={1000} required />,
    )

  it('says how many characters remain, are missing or are too many', () => {
    expect(area('')).toContain('1,000 characters remaining</p>')
    expect(area('too short')).toContain('1 more character needed</p>')
    expect(area(' long enough ')).toContain('989 characters remaining</p>')
    expect(area('x'.repeat(1001))).toContain('1 character too many</p>')
    expect(area('😀'.repeat(999))).toContain('1 character remaining</p>')
    expect(area('', french)).toContain('1\u202f000 caractères restants</p>')
  })

  it('gives the script a sentence for every plural form', () => {
    expect(area('')).toContain('data-characters-one="{n} character remaining"')
    expect(area('')).toContain('data-characters-other="{n} characters remaining"')
    expect(area('', french)).toContain('data-characters-many="{n} caractères restants"')
  })

  it('keeps a first empty line and hostile text as they were typed', () => {
    expect(area(`\n${hostile}`)).toContain(`>\n\n${shown}</textarea>`)
  })
})

describe('choices', () => {
  const items = [
    {
      value: 'paris',
      label: 'Paris',
      help: 'With its lab',
      children: [{ value: 'lab', label: 'Paris Lab' }],
    },
    { value: hostile, label: hostile },
  ]

  it('are a named group whose parts keep their place in the tree', () => {
    const html = markupOf(
      <Checkboxes
        reader={reader}
        name="va"
        label="Virtual Accounts"
        items={items}
        values={['lab']}
        required
        error="Choose one"
      />,
    )
    expect(html).toContain('<legend>Virtual Accounts</legend>')
    expect(html).toContain('aria-describedby="va-error"')
    expect(html).toContain('id="va-1-1" name="va" value="lab" checked=""')
    expect(html).toContain('aria-describedby="va-1-help"')
    expect(html).not.toContain('<script>')
  })

  it('preselect nothing unless told', () => {
    expect(markupOf(<Radios reader={reader} name="role" label="Role" items={items} />)).not.toContain(
      'checked',
    )
    expect(
      markupOf(
        <Select
          reader={reader}
          name="role"
          label="Role"
          options={items.map(({ value, label }) => ({ value, label }))}
        />,
      ),
    ).not.toContain('selected')
  })
})

describe('a form', () => {
  it('posts, and leaves checking to the server', () => {
    expect(markupOf(<Form action="/requests">x</Form>)).toContain(
      '<form method="post" action="/requests" class="form" novalidate="">',
    )
    expect(() => markupOf(<Form action="javascript:alert(1)">x</Form>)).toThrow('not safe')
  })

  it('lists its mistakes first, each leading to its field', () => {
    const html = markupOf(
      <ErrorSummary
        reader={reader}
        errors={[{ field: 'reason', message: hostile }, { message: 'Try again' }]}
      />,
    )
    expect(html).toContain('role="alert" tabindex="-1"')
    expect(html).toContain(`<a href="#reason">${shown}</a>`)
    expect(html).toContain('There is a problem')
    expect(markupOf(<ErrorSummary reader={reader} errors={[]} />)).toBe('')
  })
})
