import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/doctor.ts'

/** Ce que disent le contrôle et la vérification du journal. */
export default {
  'doctor.well':
    '{n, plural, one {# règle contrôlée ; elle est respectée.} other {# règles contrôlées ; toutes sont respectées.}}',
  'doctor.ill': '{broken, plural, one {# règle enfreinte} other {# règles enfreintes}} sur {n} contrôlées.',
  'doctor.one-role':
    'Un seul rôle de base de données fait tout : l’historique n’est protégé que par sa chaîne. Définissez DATABASE_OWNER_URL.',
  'doctor.dead-jobs':
    '{n, plural, one {# tâche a été abandonnée.} other {# tâches ont été abandonnées.}} La page de l’exploitant les nomme.',
  'doctor.bounced': '{n, plural, one {# mail a été refusé.} other {# mails ont été refusés.}}',
  'doctor.waiting':
    '{n, plural, one {# mail attend depuis plus de dix minutes.} other {# mails attendent depuis plus de dix minutes.}}',
  'doctor.I1': 'Une demande a plus d’une décision finale, ou quelqu’un a approuvé deux fois le même texte :',
  'doctor.I2': 'L’état d’une demande, sa décision et ce qui a été accordé ne concordent pas :',
  'doctor.I3': 'Un droit ne provient de rien qui l’accorderait :',
  'doctor.I4': 'Quelqu’un a décidé de sa propre demande :',
  'doctor.I5': 'Quelqu’un a décidé sans en avoir le droit à ce moment :',
  'doctor.I6': 'Un compte actif n’a ni administrateur joignable ni dossier ouvert :',
  'doctor.I7': 'La chaîne du journal est rompue (« vestibule audit verify » en dit plus) :',
  'doctor.I8': 'Un changement d’état n’a pas d’événement, ou en a plusieurs :',
  'doctor.I9': 'Une tâche est bloquée, ou a perdu son objet :',
  'doctor.I10': 'Des rappels ont été envoyés plus souvent que la règle ne le permet :',
  'doctor.I11': 'Un mail est parvenu à quelqu’un qui ne pouvait pas décider au moment de l’envoi :',
  'doctor.I12': 'Quelqu’un a deux demandes en cours pour un même compte :',
  'doctor.I13': 'Une personne désactivée dispose encore d’un accès :',
  'doctor.I14': 'Un formulaire envoyé une fois ne mène pas à un seul objet :',
  'doctor.I15': 'La version d’une demande ne correspond pas à ses modifications :',
  'doctor.I16':
    'Une réclamation a été accordée sans preuve, sans préavis complet ou sans deux agents, ou n’a donné aucun rôle :',
  'doctor.I17':
    'Une réclamation en cours n’a pas de prochaine échéance, ou une réclamation terminée en a encore une :',
  'doctor.I18':
    'Une demande ouverte n’a pas de suite datée, ou une échéance est bloquée ou court pour une demande close :',
  'doctor.I19':
    'Une demande attend la réponse à une question absente, une question attend sur une demande qui n’attend pas, ou un commentaire est du mauvais côté :',
  'doctor.I20':
    'Un compte clos ou une identité réunie a encore un accès, ou un accès ne suit pas la suspension de son compte :',
  'doctor.I21':
    'Une revue ouverte n’a pas de date de clôture, ou une revue close a laissé en vigueur ce qui est resté sans réponse :',
  'doctor.I22': 'Ce que détiennent les membres d’un groupe n’est pas exactement ce que le groupe donne :',
  'doctor.I27': 'Un rôle propre au compte est détenu, ou donné par une règle, tel qu’il n’est pas :',
  'doctor.I23': 'Un accès a dépassé sa fin, et rien ne le dira :',
  'doctor.I24':
    'Une convention a été acceptée dans une version qui n’existait pas, ou un compte a ouvert sans en accepter une :',
  'doctor.I25':
    'Une demande d’une personne bloquée a été acceptée, ou un blocage ne vient de rien qui bloque :',
  'doctor.I26': 'Une demande de nouveau compte n’a pas de date d’expiration, ou n’a ouvert aucun compte :',
  'audit.well': '{n, plural, one {# événement} other {# événements}} dans {name} : rien n’a été modifié.',
  'audit.installation': 'le journal de l’installation',
  'audit.head': 'Sa tête est {hash}, numéro {seq}. Conservez-la ailleurs et comparez avec --head.',
  'audit.erased':
    '{n, plural, one {Le texte de # événement a été effacé, comme la loi peut l’exiger.} other {Le texte de # événements a été effacé, comme la loi peut l’exiger.}}',
  'audit.ill':
    '{n, plural, one {# événement} other {# événements}} dans {name} : quelque chose a été modifié.',
  'audit.changed': 'Le numéro {seq} n’est pas ce qui avait été consigné.',
  'audit.moved': 'Le numéro {seq} avait été consigné sous le numéro {from}.',
  'audit.missing': '{n, plural, one {Le numéro {seq} manque.} other {Les numéros {seq} à {to} manquent.}}',
  'audit.unlinked': 'Le numéro {seq} ne suit pas le précédent, qui a été réécrit.',
  'audit.head-flaw':
    'La tête de la chaîne n’est pas le numéro {seq}, son dernier événement : la fin a été coupée, ou la tête modifiée.',
  'audit.words': 'Le texte qui accompagne le numéro {seq} a été modifié.',
  'audit.unknown-head':
    'La tête indiquée ne figure pas dans cette chaîne. À moins qu’elle ait été mal copiée ou soit celle d’un autre journal, la chaîne a été réécrite.',
  'audit.part': 'Le fichier contient une partie du journal : rien ne peut être dit de ce qui n’y figure pas.',
  'refused.no-file': 'Le fichier {file} ne peut pas être lu.',
  'refused.no-export': '{file} n’est pas un journal exporté, ou est tronqué : voir la ligne {line}.',
  'option.file': 'Le fichier à lire.',
  'audit.empty': 'Il n’y a pas encore d’événement.',
} satisfies Translation<typeof en>
