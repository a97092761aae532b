import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Card,
  Change,
  ErrorPage,
  Facts,
  Fold,
  Id,
  LinkButton,
  Quote,
  Section,
  Split,
  StatusChip,
  Steps,
  Time,
  Timeline,
  type TimelineItem,
} from '../index.ts'

const sent = new Date('2026-11-24T08:12:44Z')

function happened(reader: Reader): TimelineItem[] {
  return [
    {
      icon: 'send',
      what: 'Raul Ortiz asked for Smart Account User for the entire Smart Account',
      when: <Time reader={reader} at={sent} as="dateTime" />,
      note: (
        <Quote
          reader={reader}
          by="Raul Ortiz"
          text={'I plan the Lyon roll-out.\nPlease give me read access to the pools.'}
        />
      ),
    },
    { what: 'Sent to 3 administrators by mail', when: 'A minute later', icon: 'mail' },
    { what: 'An administrator has seen it', when: 'Tuesday 25 November, 10:05', icon: 'eye', tone: 'blue' },
    { what: 'You sent a reminder', when: 'Thursday 27 November, 09:30', icon: 'bell', tone: 'amber' },
    {
      what: 'Ana Silva gave Raul Ortiz Virtual Account Viewer for Paris, until 31 March',
      when: 'Today, 09:41',
      icon: 'check',
      tone: 'green',
      note: (
        <Quote
          reader={reader}
          by="Ana Silva"
          text="Paris first. Ask again for Lyon when the project starts."
        />
      ),
    },
    { what: 'The access ends', when: 'Wednesday 31 March 2027', next: true },
  ]
}

/** Facts, quotes, a timeline, folds and the page for errors. */
export function WordParts({ reader }: { reader: Reader }) {
  return (
    <>
      <Section title="One request" lead="What it is, where it stands, what happens next.">
        <Split label="About the request" aside={<Asked reader={reader} />}>
          <p>
            <StatusChip kind="pending" label="Pending" />
          </p>
          <Timeline items={happened(reader)} label="What happened" />
          <Change
            reader={reader}
            now="Raul has no access to ACME."
            after="Raul is Virtual Account Viewer for Paris, until 31 March."
          />
        </Split>
      </Section>
      <Details />
      <Section title="Steps">
        <Steps reader={reader} current={1} total={2} />
      </Section>
      <Section title="An error">
        <ErrorSample reader={reader} />
      </Section>
    </>
  )
}

function ErrorSample({ reader }: { reader: Reader }) {
  return (
    <ErrorPage
      reader={reader}
      level={2}
      title="Something broke on our side"
      whatHappened="Your request could not be sent."
      whatIsSafe="What you typed is kept as a draft, and nothing was sent."
      whatToDo="Try again in a minute. If it happens again, tell the support desk this reference."
      reference="E-7K2M-94QX"
      actions={
        <LinkButton href="/requests/new" variant="primary">
          Try again
        </LinkButton>
      }
    />
  )
}

function Asked({ reader }: { reader: Reader }) {
  return (
    <>
      <Card title="What was asked">
        <Facts
          stacked
          items={[
            { label: 'Account', value: 'ACME', help: <Id value="acme.example" /> },
            { label: 'Role', value: 'Not sure, the administrator decides' },
            { label: 'Scope', value: 'Entire Smart Account' },
            { label: 'Sent', value: <Time reader={reader} at={sent} /> },
          ]}
        />
      </Card>
      <Fold summary="Your details as they were sent">
        <p>Raul Ortiz, ACME, France.</p>
      </Fold>
    </>
  )
}

function Details() {
  return (
    <Card
      title="Your details"
      action={
        <LinkButton small href="/profile">
          Edit
        </LinkButton>
      }
      footer="These go with your request."
    >
      <Facts
        items={[
          { label: 'Company', value: 'ACME' },
          { label: 'Full name', value: 'Raul Ortiz' },
          { label: 'E-mail', value: <Id value="raul@acme.example" /> },
          { label: 'Phone', value: '+33 1 99 00 12 34' },
        ]}
      />
    </Card>
  )
}
