/** What the command line says about settings. */
export default {
  'about.account-set': 'Show the calendar and the numbers of an account, and change what is given.',
  'about.settings-set': 'Show what holds for the whole installation, and change what is given.',
  'about.mail-server': 'Show the mail server and the sender that operators chose, and change what is given.',
  'option.server':
    'smtps://user@mail.example.org:465, or smtp:// for STARTTLS; none for none. SMTP_URL stands above it.',
  'option.password-file': 'A file with the password, on one line.',
  'option.sender':
    'Who mails are from: an address, or a name with the address in angle brackets; none for what is made up. MAIL_FROM stands above it.',
  'option.weekend': 'Days without work, 1 is Monday: 6,7.',
  'option.holidays':
    'Where public holidays are kept: FR, or DE-BY with a part of the country; none for none.',
  'option.quiet': 'Hours in which automatic mails wait: 20:00-07:30; none for none.',
  'option.close': 'A closed day and its name: "2026-12-24 Christmas Eve"; may be given several times.',
  'option.open': 'A closed day that is one no longer: 2026-12-24; may be given several times.',
  'option.number':
    'A number: answerWorkingDays=3; nothing behind the sign takes it from above; may be given several times.',
  'option.language': 'The language of those who have not chosen one: en or fr.',
  'option.support-may-decide':
    'Whether two agents may decide where nobody of the account can be reached: yes, no, or file for what the settings file says.',
  'option.new-accounts-need-proof':
    'Whether the domain of a new account must be proven: yes, no, or file for what the settings file says.',
  'option.show-administrators': 'What people without access see of administrators: NAMES, RELAY or NONE.',
  'option.two-for-administrator': 'When making an administrator takes two people: usual, yes or no.',
  'done.settings': 'Saved. It holds from now on.',
  'settings.zone': 'Time zone: {value}',
  'settings.weekend': 'Days without work (1 is Monday): {value}',
  'settings.holidays': 'Public holidays: {value}',
  'settings.quiet': 'Quiet hours: {value}',
  'settings.closed': 'Closed: {day} {name}',
  'settings.none': 'none',
  'settings.show-administrators': 'Shown of administrators: {value}',
  'settings.two-for-administrator': 'Two people for administrators: {value}',
  'settings.by-file': '{name}={value} (from the settings file)',
  'settings.number': '{name}={value}',
  'settings.number.default': '{name}={value} (by default)',
  'settings.number.above': '{name}={value} (from above)',
  'refused.mail-server': '“{value}” is no mail server. Write smtps://user@mail.example.org:465, or none.',
  'refused.password-typed':
    'Others on this machine could read a password that is typed here. Name its file with --password-file.',
  'refused.sender': '“{value}” is neither an address nor a name and an address in angle brackets.',
  'refused.number': '“{value}” is no NAME=VALUE. The names are: {names}.',
  'refused.setting': '{name}: {problem}',
  'refused.weekend': '“{value}” are no days of the week. Write 6,7 for Saturday and Sunday.',
  'refused.quiet': '“{value}” are no quiet hours. Write 20:00-07:30, or none.',
  'refused.not-closed': '{value} is no closed day of that account.',
} as const
