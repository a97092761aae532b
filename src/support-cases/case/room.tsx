import { writeInCasePath } from '../../paths/support-cases.ts'
import { nameOf } from '../../people/index.ts'
import {
  Button,
  Fold,
  Form,
  FormActions,
  Hidden,
  type IconName,
  Muted,
  Quote,
  Section,
  SubmitButton,
  TextArea,
  Time,
  Timeline,
  type TimelineItem,
  type Tone,
} from '../../ui/index.ts'
import { type Room, type Side, stepCase } from '../domain/case.ts'
import { caseText, stepOf } from '../domain/writing.ts'
import { words } from '../messages/index.ts'
import type { CasePageProps } from './case.page.tsx'
import { fieldId } from './mistake.ts'
import type { Message } from './thread.query.ts'

type RoomProps = CasePageProps & { readonly room: Room }

/** What was said in one room of a case, who reads it, and the field to say more. */
export function RoomSection(props: RoomProps) {
  const { frame, thread, room } = props
  const said = thread.messages.filter((message) => message.room === room)
  const title = titleOf(props)
  return (
    <Section title={title} id={`room-${room}`} lead={mayWrite(props) ? undefined : whoReads(props)}>
      {said.length === 0 ? (
        <Muted>{words.for(frame.reader)('room.empty')}</Muted>
      ) : (
        <Timeline label={title} items={said.map((message) => itemOf(props, message))} />
      )}
      {mayWrite(props) && <Field {...props} last={said.at(-1)} />}
    </Section>
  )
}

// A desk has three rooms; those in which nothing was said yet take little place.
function Field(props: RoomProps & { readonly last: Message | undefined }) {
  const { frame, one, room, last, mistake } = props
  if (last !== undefined || one.seat !== 'SUPPORT' || room === 'REQUESTER') return <Writing {...props} />
  const begin = room === 'ACCOUNT' ? 'room.ACCOUNT.begin' : 'room.INTERNAL.begin'
  return (
    <Fold summary={words.for(frame.reader)(begin)} open={mistake?.field === room}>
      <Writing {...props} />
    </Fold>
  )
}

function mayWrite({ one, room, now }: RoomProps): boolean {
  const step = stepOf(one.seat, room)
  return step.ok && stepCase(one, step.value, now).ok
}

function titleOf({ frame, one, room }: RoomProps): string {
  const t = words.for(frame.reader)
  if (one.seat === 'SUPPORT') return t(`room.${room}.support`)
  return t(one.seat === 'ACCOUNT' ? 'room.ACCOUNT' : 'room.REQUESTER')
}

function whoReads({ frame, one, room, thread }: RoomProps): string {
  const t = words.for(frame.reader)
  if (room === 'INTERNAL') return t('room.INTERNAL.who.support')
  if (room === 'ACCOUNT') return t('room.ACCOUNT.who', { account: one.accountName ?? '' })
  if (one.seat !== 'SUPPORT') return t('room.REQUESTER.who')
  const who = thread.requester ? nameOf(thread.requester) : t('said.erased')
  return t('room.REQUESTER.who.support', { who })
}

const looks: Record<Side, { icon: IconName; tone: Tone }> = {
  REQUESTER: { icon: 'user', tone: 'amber' },
  ACCOUNT: { icon: 'building-2', tone: 'blue' },
  SUPPORT: { icon: 'life-buoy', tone: 'violet' },
}

function itemOf(props: RoomProps, message: Message): TimelineItem {
  const { reader } = props.frame
  const t = words.for(reader)
  return {
    what: authorOf(props, message),
    when: (
      <>
        <Time reader={reader} at={message.at} as="dateTime" />
        {message.byMail && ` · ${t('said.by-mail')}`}
      </>
    ),
    note: <Quote reader={reader} text={message.text} />,
    ...looks[message.side],
  }
}

function authorOf({ frame, viewerId }: RoomProps, message: Message): string {
  const t = words.for(frame.reader)
  if (message.authorId === viewerId) return t('said.you')
  if (message.name === null) return t(message.byMail ? 'said.outside-desk' : 'said.erased')
  const who = nameOf(message.name)
  return message.side === 'SUPPORT' ? t('said.support', { who }) : who
}

function Writing(props: RoomProps & { readonly last: Message | undefined }) {
  const { frame, one, room, last } = props
  const { reader } = frame
  const t = words.for(reader)
  const wrong = props.mistake?.field === room ? props.mistake : undefined
  const isNote = room === 'INTERNAL'
  return (
    <Form action={writeInCasePath.to(one.id)}>
      <Hidden name="room" value={room} />
      <Hidden name="seen" value={last?.id ?? ''} />
      <TextArea
        reader={reader}
        name="text"
        id={fieldId(room)}
        label={t(isNote ? 'room.note' : 'room.text')}
        help={whoReads(props)}
        required
        rows={4}
        {...caseText}
        value={wrong?.typed}
        error={wrong?.error}
      />
      <Sending {...props} />
    </Form>
  )
}

function Sending({ frame, one, room }: RoomProps) {
  const t = words.for(frame.reader)
  if (room === 'INTERNAL') {
    return (
      <FormActions>
        <SubmitButton icon="pencil" variant="secondary">
          {t('room.keep')}
        </SubmitButton>
      </FormActions>
    )
  }
  return (
    <FormActions>
      <SubmitButton icon="send">{t('room.send')}</SubmitButton>
      {one.seat === 'SUPPORT' && room === 'REQUESTER' && (
        <Button name="and" value="resolve">
          {t('room.send.resolve')}
        </Button>
      )}
    </FormActions>
  )
}
