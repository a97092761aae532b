import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/insights.ts'

/** Les chiffres : demandes et utilisateurs d’un compte, ou de tous. */
export default {
  'operator.insights': 'Statistiques',
  'insights.title': 'Statistiques',
  'insights.lead': 'Depuis le {date}, dans le fuseau horaire {zone}.',
  'insights.all.lead': 'Tous les comptes depuis le {date}. Calculées le {at}, toutes les six heures.',
  'insights.all.none.title': 'Pas encore calculées',
  'insights.all.none.text':
    'Les chiffres de tous les comptes sont calculés toutes les six heures. Revenez un peu plus tard.',
  'insights.span': 'Période',
  'insights.span.30': '30 jours',
  'insights.span.90': '90 jours',
  'insights.span.180': '180 jours',
  'insights.span.365': '365 jours',
  'insights.decisions': 'Demandes terminées',
  'insights.decisions.summary':
    '{n, plural, =0 {Aucune demande ne s’est terminée pendant cette période.} one {# demande terminée : {approved} approuvée, {declined} refusée.} other {# demandes terminées : {approved} approuvées, {declined} refusées.}}',
  'insights.decisions.summary.rule':
    '{n, plural, one {# demande terminée : {approved} approuvée et {declined} refusée par des personnes, {byRule} décidée par une règle.} other {# demandes terminées : {approved} approuvées et {declined} refusées par des personnes, {byRule} décidées par des règles.}}',
  'insights.outcome.approved': 'Approuvées',
  'insights.outcome.declined': 'Refusées',
  'insights.outcome.byRule': 'Par une règle',
  'insights.outcome.expired': 'Expirées',
  'insights.outcome.withdrawn': 'Retirées',
  'insights.outcome.closed': 'Closes',
  'insights.from': 'À partir du',
  'insights.says': '{from} : {what}',
  'insights.part': '{what} {n}',
  'insights.waits': 'Durée d’attente',
  'insights.waits.summary':
    'La moitié des demandes a été décidée en {half} au plus, les quatre cinquièmes en {most}. La moitié a été consultée en {view} au plus.',
  'insights.waits.summary.decided':
    'La moitié des demandes a été décidée en {half} au plus, les quatre cinquièmes en {most}.',
  'insights.waits.few': 'Moins de {fewest} décisions par des personnes : trop peu pour en dire la durée.',
  'insights.waits.half': 'La moitié en',
  'insights.waits.most': 'Les quatre cinquièmes en',
  'insights.waits.of': 'Sur',
  'insights.waits.what': 'De l’envoi à',
  'insights.waits.view': 'la première consultation',
  'insights.waits.decision': 'la décision',
  'insights.waits.bar':
    '{what, select, view {Consultation} other {Décision}}, {part, select, half {la moitié en} other {4 sur 5 en}}',
  'insights.waits.dots': 'La moitié des décisions a été prise en ce temps au plus',
  'insights.waits.over': 'Délai de décision',
  'insights.too-few': 'trop peu',
  'insights.open': 'Demandes en cours selon leur âge',
  'insights.open.summary':
    '{n, plural, =0 {Aucune demande n’est en cours.} one {# demande en cours ; la plus ancienne : {oldest}.} other {# demandes en cours ; la plus ancienne : {oldest}.}}',
  'insights.age': 'Âge',
  'insights.age.0': 'moins d’un jour',
  'insights.age.1': '1 à 2 jours',
  'insights.age.3': '3 à 6 jours',
  'insights.age.7': '1 à 2 semaines',
  'insights.age.14': '2 à 4 semaines',
  'insights.age.28': '4 semaines et plus',
  'insights.requests': 'Demandes',
  'insights.declines': 'Motifs de refus',
  'insights.declines.summary':
    '{n, plural, =0 {Aucune demande n’a été refusée.} one {# demande refusée ; motif : {first}.} other {# demandes refusées ; motif le plus fréquent : {first}.}}',
  'insights.reason': 'Motif',
  'insights.code':
    '{code, select, NOT_A_MEMBER {extérieur à l’organisation} WRONG_ACCOUNT {il s’agit d’un autre compte} NOT_NEEDED {inutile pour la tâche} ASK_ELSEWHERE {quelqu’un d’autre le donne} TOO_MUCH {plus que la tâche ne demande} other {autre raison}}',
  'insights.rules': 'Décisions par des règles',
  'insights.rules.summary': 'Des règles ont décidé {percent} des demandes approuvées ou refusées.',
  'insights.rules.summary.none':
    '{n, plural, =0 {Aucune demande n’a été approuvée ni refusée en ce temps.} one {Des personnes ont décidé l’unique demande, les règles aucune.} other {Des personnes ont décidé les # demandes, les règles aucune.}}',
  'insights.rules.who': 'Qui a décidé',
  'insights.rules.people': 'Par des personnes',
  'insights.rules.rule': 'Par des règles',
  'insights.roles': 'Utilisateurs par rôle',
  'insights.roles.summary':
    '{n, plural, =0 {Personne n’a de rôle.} one {# rôle attribué ; le plus répandu : {first}.} other {# rôles différents attribués ; le plus répandu : {first}.}}',
  'insights.role': 'Rôle',
  'insights.people': 'Personnes',
  'insights.ends': 'Fin des droits',
  'insights.ends.summary':
    '{n, plural, =0 {Aucun droit n’est attribué.} one {# droit attribué : {soon, plural, one {# se termine} other {# se terminent}} sous 30 jours, {never} sans fin.} other {# droits attribués : {soon, plural, one {# se termine} other {# se terminent}} sous 30 jours, {never} sans fin.}}',
  'insights.end': 'Fin',
  'insights.end.month': 'sous 30 jours',
  'insights.end.quarter': 'dans 31 à 90 jours',
  'insights.end.later': 'plus tard',
  'insights.end.never': 'jamais',
  'insights.rights': 'Droits',
  'insights.slow': 'Comptes où l’on attend le plus',
  'insights.slow.summary':
    '{n, plural, =0 {Aucun compte n’a assez de décisions pour être comparé.} one {Un seul compte a assez de décisions pour être comparé.} other {Les # comptes où les quatre cinquièmes des décisions prennent le plus de temps.}}',
  'insights.account': 'Compte',
  'insights.identifier': 'Identificateur',
  'insights.minutes': '{n, plural, one {# minute} other {# minutes}}',
  'insights.hours': '{n, plural, one {# heure} other {# heures}}',
  'insights.days': '{n, plural, one {# jour} other {# jours}}',
} satisfies Translation<typeof en>
