import { type NamedTree, sayEnd } from '../../accounts/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { type Fact, Facts, Stack } from '../../ui/index.ts'
import { roleName, scopeName } from '../asked.ts'
import { namesIn } from '../decide/sayings.ts'
import { differenceOf } from '../domain/difference.ts'
import type { Ask } from '../domain/request.ts'
import { words } from '../messages/index.ts'

/** What a request says: what is asked, and why. */
type Said = { readonly ask: Ask; readonly reason: string }

/** What an amendment changed, and nothing else: each part of the ask before and after, and the words of the reason. */
export function Difference(props: {
  readonly reader: Reader
  readonly tree: NamedTree
  readonly before: Said
  readonly after: Said
}) {
  const { reader, before, after } = props
  const facts = changedFacts(props)
  return (
    <Stack tight>
      {facts.length > 0 && <Facts items={facts} />}
      {before.reason !== after.reason && (
        <Words reader={reader} before={before.reason} after={after.reason} titled={facts.length > 0} />
      )}
    </Stack>
  )
}

function changedFacts({ reader, tree, before, after }: Parameters<typeof Difference>[0]): Fact[] {
  const t = words.for(reader)
  const names = namesIn(tree)
  const end = ({ endsAt }: Ask) => (endsAt ? sayEnd(reader, endsAt) : t('request.open'))
  const parts = [
    { label: t('request.scope'), say: ({ scope }: Ask) => scopeName(reader, scope, names) },
    { label: t('request.role'), say: ({ role }: Ask) => (role ? roleName(reader, role) : t('request.open')) },
    { label: t('request.ends'), say: end },
  ]
  return parts.flatMap(({ label, say }) => {
    const [was, is] = [say(before.ask), say(after.ask)]
    return was === is ? [] : [{ label, value: <Became reader={reader} was={was} is={is} /> }]
  })
}

function Became({ reader, was, is }: { reader: Reader; was: string; is: string }) {
  return (
    <span class="difference">
      <del>{was}</del> <span aria-hidden="true">→</span>
      <span class="unseen"> {words.for(reader)('diff.became')}</span> <ins>{is}</ins>
    </span>
  )
}

function Words(props: { reader: Reader; before: string; after: string; titled: boolean }) {
  const { reader, before, after, titled } = props
  const t = words.for(reader)
  return (
    <div>
      {titled && <p class="muted">{t('request.reason')}</p>}
      <p class="difference" dir="auto">
        {differenceOf(before, after).map(({ kind, text }) => {
          if (kind === 'same') return text
          const Tag = kind === 'gone' ? 'del' : 'ins'
          // The space behind the words is neither struck out nor underlined.
          return [
            <Tag>
              <span class="unseen">{t(`diff.${kind}`)} </span>
              {text.trimEnd() || text}
            </Tag>,
            text.trimEnd() && text.slice(text.trimEnd().length),
          ]
        })}
      </p>
    </div>
  )
}
