import { describe, expect, it } from 'vitest';
import { createRedactor } from '@/utils/privacy/redact/redactor';

const redacted = (text: string): string => createRedactor({ known: [] }).redact(text).text;

/** A phone number, a postcode or its like, an address and an identity number of each of the ten countries. */
describe.each([
  ['GB', '07700 900123', 'M14 5RT', '14 Elm Road', 'AB 12 34 56 C'],
  ['IE', '085 012 3456', 'D08 X2Y3', '9 Grafton Row', '1234567TA'],
  ['US', '(212) 555-0147', '94110-2345', '1420 Maple Street', '078-05-1120'],
  ['CA', '+1 416 555 0125', 'L8P 1A4', '45 King Street West', 'SIN 046 454 286'],
  ['AU', '0491 570 156', 'VIC 3065', '12/45 Smith St', 'TFN 123 456 782'],
  ['NZ', '021 555 0123', 'postcode 1011', '3A Rimu Street', 'IRD number 49-091-850'],
  ['SG', '9123 4567', 'Singapore 560123', 'Blk 123 Ang Mo Kio Ave 3 #05-123', 'S1234567D'],
  ['IN', '98765 43210', 'pincode 411 014', '12 Gandhi Marg', '2345 6789 0124'],
  ['DE', '0151 23456789', 'PLZ 10115', 'Hauptstraße 12', 'Steuer-ID 65 929 970 489'],
  ['FR', '06 39 98 01 23', 'code postal 69003', '12 rue de la Paix', '1 85 05 78 006 084 91'],
])('%s', (_country, phone, postcode, address, id) => {
  it('phone', () => expect(redacted(`ring ${phone} please`)).toBe('ring [PHONE_1] please'));
  it('postcode', () =>
    expect(redacted(`it is ${postcode}`)).toMatch(/^it is (?:\p{L}+ )?(?:\p{L}+ )?\[POSTCODE_1\]$/u));
  it('address', () => expect(redacted(`we are at ${address} now`)).toBe('we are at [ADDRESS_1] now'));
  it('identity number', () => expect(redacted(`the ${id} thing`)).toMatch(/\[ID_1\] thing$/));
});

describe('other kinds', () => {
  it.each([
    ['jo dot smith at gmail dot com is mine', '[EMAIL_1] is mine'],
    ['jo.smith (at) gmail.com', '[EMAIL_1]'],
    ['my insta is moon.child', 'my insta is [HANDLE_1]'],
    ['my insta is @ivy.darkly_09', 'my insta is [HANDLE_1]'],
    ['mail jo.s @quiet-place.org please', 'mail [EMAIL_1] please'],
    ['12 rue des Lilas, 75011 Paris, 06 12 34 56 78', '[ADDRESS_1], [POSTCODE_1] [PLACE_1], [PHONE_1]'],
    ['reddit u/throwaway_1 or wolf#1234 or @x.y', 'reddit [HANDLE_1] or [HANDLE_2] or [HANDLE_3]'],
    ['see https://a.example/b?c=d. ok', 'see [LINK_1]. ok'],
    ['she wrote on jo.wordpress.com', 'she wrote on [LINK_1]'],
    ['from 203.0.113.77', 'from [IP_1]'],
    ['card 4111 1111 1111 1111', 'card [CARD_1]'],
    ['GB29 NWBK 6016 1331 9268 19 is it', '[ACCOUNT_1] is it'],
    ['sort code 12-34-56', 'sort code [ACCOUNT_1]'],
    ['born on 3 June 1998', 'born on [BIRTHDATE_1]'],
    ['he died on 17/05/2023', 'he died on [DATE_1]'],
    ['it was the 14th of june 2019', 'it was the [DATE_1]'],
    ['on June 3rd, 2021 she left', 'on [DATE_1] she left'],
    ['my aadhaar is 1234 5678 9123 and pan ABCDE1234F', 'my aadhaar is [ID_1] and pan [ID_2]'],
    ['file 4471 2290 118 at the clinic', 'file [ID_1] at the clinic'],
    ['I go to Westfield High School', 'I go to [SCHOOL_1]'],
    ["I'm at St Mary's now", "I'm at [SCHOOL_1] now"],
    ['I work at Tesco', 'I work at [WORKPLACE_1]'],
    ['i live in scunthorpe', 'i live in [PLACE_1]'],
    ['at 51.5033, -0.1195', 'at [PLACE_1]'],
    ['my name is tamzin', 'my name is [NAME_1]'],
    ['Mr Abernathy saw', 'Mr [NAME_1] saw'],
    ['my dog Biscuit died', 'my dog [NAME_1] died'],
    ['oh seven seven double oh nine hundred one two three', '[PHONE_1]'],
  ])('%s', (text, expected) => expect(redacted(text)).toBe(expected));
});

describe('what a model needs to understand stays', () => {
  it.each([
    "I'm 17 and my sister is 6",
    'my brother left and my mum drinks',
    'I took 50mg, then 100 mg, for 3 weeks',
    'I rang 988, then 116 123, then 13 11 14',
    'Childline is 0800 1111',
    'I slept from 3:45 to 5:10, 24/7 it goes on',
    'we lost 3-2 and I scored 18 out of 27',
    'in May I was fine, since April 2021 I am not',
    'my mum is from Jordan and I am Muslim',
    'I owe £12,500 and have 1,200 followers',
    'it is 2 years down the road, 10 minutes each way',
    'sertraline, then Prozac, on Instagram, at Christmas',
    'call me crazy, I am broken, this is Hell',
    'reading Harry Potter in the cupboard',
    'count 5 4 3 2 1, one two three four five six seven',
    'fine.really and ok.so what',
  ])('%s', (text) => expect(redacted(text)).toBe(text));
});
