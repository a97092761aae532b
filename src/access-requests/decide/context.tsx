import type { Given } from '../../accounts/domain/rights.ts'
import { isCustom } from '../../accounts/domain/roles.ts'
import { accountWords, sayEnd, sayRoleHelp } from '../../accounts/index.ts'
import { requestPath } from '../../paths/access-requests.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Badge,
  Card,
  Change,
  Cluster,
  Facts,
  Id,
  Link,
  Muted,
  Notice,
  Quote,
  StatusChip,
  Time,
} from '../../ui/index.ts'
import { sayAsk } from '../asked.ts'
import { madeSuperfluous, staysBeside } from '../domain/replacing.ts'
import type { Ask, Status } from '../domain/request.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'
import type { DecisionView } from './decide.query.ts'
import { namesIn, sayGrant } from './sayings.ts'

type Props = { reader: Reader; view: DecisionView }

/** Who asks, and how sure it is who that is. */
export function WhoAsks({ reader, view }: Props) {
  const t = words.for(reader)
  const { profile } = view.request
  const { address, verified, ofTheHouse, isDisabled, lookAlikes } = view.person
  return (
    <Card title={t('decide.who')}>
      <p>
        <strong>{fullName(profile)}</strong>
        <br />
        <Id value={address} />
      </p>
      <Cluster>
        <Badge tone={verified ? 'green' : 'rust'}>
          {verified ? t('decide.who.verified') : t('decide.who.unverified')}
        </Badge>
        <Badge tone={ofTheHouse ? 'green' : 'rust'}>
          {ofTheHouse ? t('decide.who.house') : t('decide.who.outside')}
        </Badge>
        {isDisabled && <Badge tone="red">{t('decide.who.disabled')}</Badge>}
      </Cluster>
      {lookAlikes.map((other) => (
        <Notice kind="warning" still title={t('decide.who.alike')}>
          {t('decide.who.alike-help', other)}
        </Notice>
      ))}
      <Muted>{ofTheHouse ? t('decide.who.house-help') : t('decide.who.outside-help')}</Muted>
      <Facts stacked items={[{ label: t('decide.company'), value: profile.company }]} />
    </Card>
  )
}

/** What the person holds in the account already. */
export function HeldNow({ reader, view }: Props) {
  const t = words.for(reader)
  return (
    <Card title={t('decide.held')}>
      <Holding reader={reader} view={view} />
    </Card>
  )
}

/** What the person holds, in words; with `more`, what they would hold after it was given. */
export function Holding({ reader, view, more }: Props & { more?: { said: string; given: Given } }) {
  const held = more === undefined ? view.held : staysBeside(view.held, more.given)
  const said = held.map((grant) => sayGrant(reader, grant, view.tree))
  const all = more === undefined ? said : [...said, more.said]
  const [only] = all
  if (only === undefined) return <span>{accountWords.for(reader)('held.nothing')}</span>
  if (all.length === 1) return <span>{only}</span>
  return (
    <ul class="plain">
      {all.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  )
}

const kinds = {
  PENDING: 'pending',
  INFO_REQUESTED: 'info',
  APPROVED: 'approved',
  DECLINED: 'declined',
  WITHDRAWN: 'withdrawn',
  EXPIRED: 'expired',
  CLOSED: 'closed',
} as const

/** Where a request stands, as a chip. */
export function StatusOf({ reader, status }: { reader: Reader; status: Status }) {
  return <StatusChip kind={kinds[status]} label={words.for(reader)(`status.${status}`)} />
}

/** What the same person asked of the account before. */
export function EarlierRequests({ reader, view }: Props) {
  const t = words.for(reader)
  return (
    <Card title={t('decide.earlier')}>
      {view.earlier.length === 0 ? (
        <Muted>{t('decide.earlier.none')}</Muted>
      ) : (
        <ul class="plain">
          {view.earlier.map(({ id, reference, status, at }) => (
            <li>
              <Cluster>
                <Link href={requestPath.to(id)}>{reference}</Link>
                <StatusOf reader={reader} status={status} />
                <Time reader={reader} at={at} />
              </Cluster>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

// What is given when what was asked is given; undefined while it leaves something open, or asks for what is over.
function givenIn({ role, scope, endsAt }: Ask, now: Date): Given | undefined {
  return role === null || scope.kind === 'UNSURE' || isPast(endsAt, now) ? undefined : { role, scope, endsAt }
}

/** Whether an end lies in the past: a request may wait for longer than what it asks for. */
export function isPast(endsAt: Date | null, now: Date): endsAt is Date {
  return endsAt !== null && endsAt <= now
}

/** Says that the end that was asked for has passed, so that another is to be chosen; nothing else. */
export function PastEnd({ reader, view }: Props) {
  const { endsAt } = view.request.ask
  if (!isPast(endsAt, view.now)) return null
  return <>{words.for(reader)('decide.past-end', { date: sayEnd(reader, endsAt) })}</>
}

// What somebody holds already and would hold twice.
function Contained({ reader, view }: Props) {
  const { request, tree, held, now } = view
  const given = givenIn(request.ask, now)
  if (!given) return null
  const contained = madeSuperfluous(held, { given, tree, now })
  if (contained.length === 0) return null
  const said = contained.map((grant) => sayGrant(reader, grant, tree)).join('; ')
  return <Muted>{words.for(reader)('decide.contained', { held: said })}</Muted>
}

// What a role of the account's own allowed when it was asked for, and what became of it since.
function roleHelp(reader: Reader, view: DecisionView): { help?: string } {
  const { role } = view.request.ask
  if (role === null || !isCustom(role)) return {}
  const t = words.for(reader)
  const now = view.ownRoles.find(({ id }) => id === role.id)
  const since = now ? 'decide.role-changed' : 'decide.role-retired'
  const help = sayRoleHelp(reader, role)
  return {
    help: now?.version === role.version ? help : `${help} ${t(since, { role: now?.name ?? role.name })}`,
  }
}

/** Why the person asks, and what: in their own words, then in ours; `plain`: without what would change. */
export function Wanted({ reader, view, plain }: Props & { plain?: boolean }) {
  const t = words.for(reader)
  const { request, tree } = view
  const { ask } = request
  const given = givenIn(ask, view.now)
  const asked = sayAsk(reader, ask, namesIn(tree))
  return (
    <>
      <Quote reader={reader} text={request.reason} by={fullName(request.profile)} />
      <Facts items={[{ label: t('decide.asked'), value: asked, ...roleHelp(reader, view) }]} />
      {!plain && isPast(ask.endsAt, view.now) && (
        <Muted>
          <PastEnd reader={reader} view={view} />
        </Muted>
      )}
      {given && !plain && (
        <>
          <h3>{t('decide.change')}</h3>
          <Change
            reader={reader}
            now={<Holding reader={reader} view={view} />}
            after={<Holding reader={reader} view={view} more={{ said: asked, given }} />}
          />
          <Contained reader={reader} view={view} />
        </>
      )}
    </>
  )
}
