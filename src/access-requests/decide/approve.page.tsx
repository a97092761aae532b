import { choiceOf, isSameRole, isVirtualRole } from '../../accounts/domain/roles.ts'
import { EndsAtField, sayEnd, sayRole, sayRoleHelp } from '../../accounts/index.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { approvePath } from '../../paths/decisions.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  type Choice,
  Form,
  FormActions,
  type Frame,
  Grid,
  Hidden,
  LinkButton,
  Muted,
  Radios,
  Stack,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'
import { AboutRequestPage } from './about-request.page.tsx'
import { type Choices, choicesOf } from './choices.ts'
import { isPast, PastEnd } from './context.tsx'
import type { DecisionView } from './decide.query.ts'
import { type Again, againOf } from './form-again.page.ts'
import { FirstApprovalNotice } from './panel.tsx'
import { ReplaceChoice } from './replace.page.tsx'
import { Marked, ScopeChoice, type ScopeGroup } from './scope-choice.tsx'

type Props = {
  frame: Frame
  view: DecisionView
  typed?: Typed | undefined
  errors?: FieldErrors | undefined
  /** What is wrong with the whole, in words: nothing was decided. */
  problem?: string | undefined
}

/** Approving: scope, role and end on one screen, in any order, with nothing chosen beforehand. */
export function ApprovePage(props: Props) {
  const { frame, view, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  const name = fullName(view.request.profile)
  const again = againOf(t, props)
  return (
    <AboutRequestPage
      frame={frame}
      view={view}
      title={t('approve.title', { name })}
      lead={t('approve.lead')}
      errors={again.summary}
      problem={problem === undefined ? undefined : { title: t('decide.refused'), text: problem }}
      notice={<FirstApprovalNotice reader={reader} view={view} />}
    >
      <ApproveFields frame={frame} view={view} name={name} again={again} />
    </AboutRequestPage>
  )
}

function ApproveFields(props: { frame: Frame; view: DecisionView; name: string; again: Again }) {
  const { view, name, again, frame } = props
  const { reader } = frame
  const t = words.for(reader)
  const { request } = view
  const choices = choicesOf(view)
  const group = { reader, view, again, choices }
  return (
    <Form action={approvePath.to(request.id)} wide>
      <Hidden name="version" value={String(request.version)} />
      <Grid>
        <ScopeChoice {...group} />
        <Stack>
          <RoleChoice {...group} isWhole />
          <RoleChoice {...group} isWhole={false} />
        </Stack>
      </Grid>
      <EndChoice {...group} />
      <ReplaceChoice reader={reader} view={view} name={name} isChosen={again.value('replace') === 'yes'} />
      <TextArea
        reader={reader}
        name="note"
        label={t('approve.note')}
        help={t('approve.note-help', { name })}
        rows={3}
        max={1000}
        value={again.value('note')}
        error={again.error('note')}
      />
      <TwoPeople reader={reader} view={view} choices={choices} />
      <Muted>{t('approve.next', { name })}</Muted>
      <FormActions>
        <SubmitButton icon="check">{t('approve.press', { name })}</SubmitButton>
        <LinkButton href={requestPath.to(request.id)} variant="quiet">
          {t('approve.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

type Group = ScopeGroup

// Two groups of one question: a role for the whole account, or one for a part of it.
function RoleChoice({ reader, view, again, choices, isWhole }: Group & { isWhole: boolean }) {
  const t = words.for(reader)
  const offered = choices.roles.filter((role) => isVirtualRole(role) !== isWhole)
  if (offered.length === 0) return null
  return (
    <Radios
      reader={reader}
      name="role"
      id={isWhole || !choices.account ? 'role' : 'role-virtual'}
      label={isWhole ? t('approve.role-whole') : t('approve.role-virtual')}
      required
      items={offered.map((role) => ({
        value: choiceOf(role),
        label: (
          <Marked reader={reader} asked={isSameRole(view.request.ask.role, role)}>
            {sayRole(reader, role)}
          </Marked>
        ),
        help: sayRoleHelp(reader, role),
      }))}
      value={again.value('role')}
      error={isWhole || !choices.account ? again.error('role') : undefined}
    />
  )
}

function EndChoice(group: Group) {
  const { reader, view, again, choices } = group
  const t = words.for(reader)
  const { endsAt: asked } = view.request.ask
  const endsAt = isPast(asked, view.now) ? null : asked
  const until = choices.until
  const items: Choice[] = []
  if (endsAt) {
    const date = sayEnd(reader, endsAt)
    items.push({
      value: 'ASKED',
      label: (
        <Marked reader={reader} asked>
          {t('approve.end.ASKED', { date })}
        </Marked>
      ),
    })
  }
  items.push({
    value: 'AT',
    label: endsAt ? t('approve.end.AT') : t('approve.end.date'),
    inside: (
      <EndsAtField
        reader={reader}
        label={t('approve.ends')}
        required
        day={again.value('ends') ?? ''}
        time={again.value('endsTime') ?? ''}
        timeZone={view.request.accountTimeZone}
        error={again.error('ends')}
      />
    ),
  })
  if (until === null) items.push({ value: 'NONE', label: t('approve.end.NONE') })
  return (
    <Radios
      reader={reader}
      name="end"
      label={t('approve.end')}
      required
      help={helpOfEnd(group)}
      items={items}
      value={again.value('end')}
      error={again.error('end')}
    />
  )
}

function helpOfEnd({ reader, view, choices: { until } }: Group) {
  if (until) return words.for(reader)('approve.ends-limit', { date: sayEnd(reader, until) })
  return isPast(view.request.ask.endsAt, view.now) ? <PastEnd reader={reader} view={view} /> : undefined
}

function TwoPeople({ reader, view, choices }: { reader: Reader; view: DecisionView; choices: Choices }) {
  const t = words.for(reader)
  if (!view.wantsTwo || !choices.roles.includes('SA') || view.first?.isMine) return null
  return (
    <div class="with-administrator-role">
      <Muted>{view.first ? t('approve.two-second') : t('approve.two')}</Muted>
    </div>
  )
}
