import { type NamedTree, placeName } from '../../accounts/index.ts'
import { nameOf } from '../../people/index.ts'
import { ruleVersionsPath } from '../../paths/rules.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Draft } from '../../rules/domain/rule.ts'
import { type RuleVersion, ruleWords as words, sayRule } from '../../rules/index.ts'
import { EmptyState, Pager, Timeline, type TimelineItem, Time } from '../../ui/index.ts'
import { differenceOf } from '../domain/difference.ts'
import { type OfRules, RulesFrame } from './frame.page.tsx'

/** What was changed in the rules: who, when, and which words. */
export function VersionsPage(
  props: OfRules & { readonly versions: readonly RuleVersion[]; readonly next?: string | undefined },
) {
  const { frame, seen, versions, next } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('versions.title')
  return (
    <RulesFrame {...props} current="versions" title={title} lead={t('versions.lead')}>
      {versions.length === 0 ? (
        <EmptyState icon="history" title={t('versions.none')}>
          {t('versions.none-text')}
        </EmptyState>
      ) : (
        <Timeline label={title} items={versions.map((one) => itemOf(reader, one, seen.tree))} />
      )}
      <Pager
        reader={reader}
        next={next && `${ruleVersionsPath.to(seen.account.identifier)}?after=${encodeURIComponent(next)}`}
      />
    </RulesFrame>
  )
}

const icons = {
  ADDED: 'plus',
  CHANGED: 'pencil',
  SWITCHED_ON: 'circle-check',
  SWITCHED_OFF: 'circle-x',
  MOVED_UP: 'arrow-up-down',
  MOVED_DOWN: 'arrow-up-down',
  REMOVED: 'circle-x',
} as const

function itemOf(reader: Reader, version: RuleVersion, tree: NamedTree): TimelineItem {
  const t = words.for(reader)
  const { what, place, position, before } = version
  const named = { ...tree, ownRoles: version.ownRoles }
  const done = t(`versions.${what}`, {
    who: version.erased ? t('versions.erased') : nameOf(version),
    n: position,
  })
  return {
    what:
      place === null
        ? done
        : t('versions.of', { what: done, place: placeName(tree, place) || t('say.gone') }),
    icon: icons[what],
    when: <Time reader={reader} at={version.changedAt} as="dateTime" />,
    note:
      what === 'CHANGED' && before ? (
        <Differences reader={reader} tree={named} before={before} after={version} />
      ) : (
        <p class="muted">{sayRule(reader, version, named)}</p>
      ),
  }
}

type Compared = { reader: Reader; tree: Parameters<typeof sayRule>[2]; before: Draft; after: Draft }

function Differences({ reader, tree, before, after }: Compared) {
  const t = words.for(reader)
  const textIn = ({ outcome }: Draft, language: 'en' | 'fr') =>
    outcome.kind === 'DECLINE' ? outcome[language] : ''
  const texts = (['en', 'fr'] as const).filter((one) => textIn(before, one) !== textIn(after, one))
  return (
    <>
      <Words reader={reader} before={sayRule(reader, before, tree)} after={sayRule(reader, after, tree)} />
      {texts.map((one) => (
        <>
          <p class="muted">{t(`versions.text.${one}`)}</p>
          <Words reader={reader} before={textIn(before, one)} after={textIn(after, one)} />
        </>
      ))}
    </>
  )
}

function Words({ reader, before, after }: { reader: Reader; before: string; after: string }) {
  const t = words.for(reader)
  return (
    <p class="difference" dir="auto">
      {differenceOf(before, after).map(({ kind, text }) => {
        if (kind === 'same') return text
        const Tag = kind === 'gone' ? 'del' : 'ins'
        const trimmed = text.trimEnd()
        return [
          <Tag>
            <span class="unseen">{t(`versions.${kind}`)} </span>
            {trimmed || text}
          </Tag>,
          trimmed && text.slice(trimmed.length),
        ]
      })}
    </p>
  )
}
