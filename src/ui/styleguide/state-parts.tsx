import {
  Badge,
  Button,
  Card,
  Cluster,
  EmptyState,
  LinkButton,
  Notice,
  Section,
  Stack,
  StatusChip,
  type StatusKind,
  SubmitButton,
  type Tone,
} from '../index.ts'

const kinds: [StatusKind, string][] = [
  ['pending', 'Pending'],
  ['info', 'Question for you'],
  ['approved', 'Approved'],
  ['declined', 'Declined'],
  ['withdrawn', 'Withdrawn'],
  ['expired', 'Expired'],
  ['closed', 'Closed'],
  ['overdue', 'Overdue'],
  ['support', 'With support'],
]
const tones: Tone[] = ['neutral', 'accent', 'blue', 'green', 'amber', 'rust', 'red', 'violet']

/** Chips, badges, buttons, notices and empty states. */
export function StateParts() {
  return (
    <>
      <Section title="States">
        <Cluster>
          {kinds.map(([kind, label]) => (
            <StatusChip kind={kind} label={label} />
          ))}
        </Cluster>
        <Cluster>
          {tones.map((tone) => (
            <Badge tone={tone}>{tone}</Badge>
          ))}
        </Cluster>
      </Section>
      <Buttons />
      <Notices />
      <Empty />
    </>
  )
}

function Notices() {
  return (
    <Section title="Notices">
      <Stack>
        <Notice kind="info" title="Nobody can decide at the moment">
          <p>The only administrator of Umbrella is away. Your request goes to the support desk at once.</p>
        </Notice>
        <Notice kind="success">Your details were saved.</Notice>
        <Notice kind="warning" title="Two more days" actions={<Button small>Send Reminder</Button>}>
          <p>
            You can send a reminder from Thursday 4 December. <a href="/help">How reminders work</a>
          </p>
        </Notice>
        <Notice kind="danger" title="The request was already approved">
          Ana Silva approved it at 09:41. Nothing that you typed was sent.
        </Notice>
      </Stack>
    </Section>
  )
}

function Buttons() {
  return (
    <Section title="Buttons">
      <Cluster>
        <SubmitButton>Send Request</SubmitButton>
        <Button>Save draft</Button>
        <Button variant="danger" icon="circle-x">
          Decline
        </Button>
        <LinkButton href="/requests" variant="quiet">
          Cancel
        </LinkButton>
        <Button disabled>Not now</Button>
      </Cluster>
      <Cluster>
        <Button small icon="bell">
          Send Reminder
        </Button>
        <SubmitButton small>Approve</SubmitButton>
        <Button small variant="danger">
          Decline
        </Button>
        <LinkButton small href="/requests" variant="quiet">
          Withdraw
        </LinkButton>
      </Cluster>
    </Section>
  )
}

function Empty() {
  return (
    <Card title="A list with nothing in it">
      <EmptyState
        icon="inbox"
        title="You have no access yet"
        action={
          <LinkButton href="/requests/new" variant="primary">
            Request access
          </LinkButton>
        }
      >
        <p>
          When an administrator gives you a role, it appears here with where it comes from and until when.
        </p>
      </EmptyState>
    </Card>
  )
}
