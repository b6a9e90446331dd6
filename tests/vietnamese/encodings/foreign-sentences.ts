/** Written for these tests: languages whose letters look like legacy Vietnamese to a careless program. */
export const foreignSentences: Readonly<Record<string, readonly string[]>> = {
  french: [
    'Où êtes-vous allés après la fête de l’école ? Là-bas, près de la forêt, il a plu.',
    'Le maïs a été semé en mai, mais la récolte dépendra de la chaleur de l’été.',
    'À Noël, ma mère préfère le thé noir ; le café brûlé la dégoûte.',
    '« Ça va très bien », répéta-t-elle, déjà fâchée, en ôtant son vêtement mouillé.',
    'L’œuvre naïve du peintre fut achetée à un prix dérisoire.',
  ],
  spanish: [
    'El niño pequeño soñó que volaba sobre la montaña con su compañero.',
    '¿Dónde está la estación? Allá, después del río, en el año que viene será distinta.',
    'Mañana por la mañana comeré piña, café con leche y un bocadillo de jamón.',
    '¡Qué vergüenza! La cigüeña anidó encima del campanario según la señora Núñez.',
    'Él me dé a mí el té que tú y yo, sí, ya sé cómo se toma.',
  ],
  portuguese: [
    'A mãe já não está em São Paulo; há três dias que foi à praia com a avó.',
    'As eleições são amanhã e ninguém sabe quem será o próximo presidente da câmara.',
    'É lá que o pão é bom, mas a lição de português é às três da tarde.',
    'O coração do cão batia tão depressa que o médico ficou com pena.',
  ],
  german: [
    'Die Bürger können ihre Anträge für das nächste Jahr schon heute einreichen.',
    'Über den Straßen hängen grüne Bänder, weil das Frühlingsfest morgen eröffnet wird.',
    'Schöne Grüße an die Großmutter! Wir hören nächste Woche voneinander.',
    'Der Müller mäht die Wiese, während die Kühe träge im Schatten liegen.',
  ],
  swedish: [
    'Då må vi gå nu, så får han på sig den blå tröjan på vägen hem.',
    'På ön är det så lugnt att man hör en mås långt bort över sjön.',
    'Två små båtar låg vid ån när snön började falla i går kväll.',
    'Så då gå vi hem; må du så gott i den nya lägenheten.',
  ],
  danish: [
    'Når du går på gaden, så må du ikke få øje på den grå kat først.',
    'Håber vi ses på søndag, så kan vi få en øl og lidt rødgrød med fløde.',
    'Æblerne på træet er røde, og børnene når dem ikke uden en stige.',
  ],
  finnish: [
    'Hän tuli tänä yönä kotiin, mutta äiti oli jo lähtenyt töihin.',
    'Sää on nyt hyvä, eikä kesällä ole täällä pimeää edes yöllä.',
    'Mä en tiedä, mitä sä teet, mutta tää päivä on tosi pitkä.',
  ],
  italian: [
    'Perché la città è già così affollata? Più tardi sarà peggio, però andrò lo stesso.',
    'La virtù di chi tace è grande; lunedì ci sarà la festa in piazza.',
    'Il caffè costa poco, ma la qualità del tè lascia a desiderare.',
  ],
  dutch: [
    'De coördinatie van het reünieteam was geïmproviseerd, maar België vond het prima.',
    'Één ding is zeker: de zeeën zijn dit jaar rustiger dan we dachten.',
  ],
  icelandic: [
    'Það er gott að vita að þú kemur heim í kvöld þótt veðrið sé slæmt.',
    'Ég á bát og hún á hús við sjó, en við búum í bæ hér nærri.',
  ],
  turkish: [
    'Bu gün hava çok güzel, çocuklar bahçede öğleye kadar oynadılar.',
    'Üç köy arasında bir göl vardı ve suyu içilecek kadar temizdi.',
  ],
  polish: ['Zażółć gęślą jaźń, a potem wróć do domu przed północą, bo będzie mróz.'],
  czech: ['Příliš žluťoučký kůň úpěl ďábelské ódy, když přišel večer.'],
  indonesian: ['Semua warga desa diminta datang ke balai pada hari Minggu pagi untuk kerja bakti.'],
  english: [
    'The café on Main Street serves a naïve kind of crème brûlée for £4 ± 10 %.',
    'Copyright © 2026 The Company® – all rights reserved, see § 12 and § 14 of the terms.',
    'Temperatures of 20°C or ½ of that are fine; the ratio is 3×4 and the cost ¥500.',
  ],
  unmarked: [
    'Toi khong biet go dau tren may nay nen viet tam nhu the cho nhanh gui anh chi.',
    'Hop thon luc tam gio sang tai nha van hoa, moi ba con den du day du.',
  ],
  code: [
    'const über = naïve.map(x => x * 2); // ça marche, déjà testé à 100 %',
    'if (a < b && c > d) { return "é" + "è" + "ü"; } else throw new Error(`ñ`)',
    '<p class="été">Ω≈ç√∫˜µ≤≥÷ åß∂ƒ©˙∆˚¬ œ∑´®†¥¨ˆøπ“‘</p>',
  ],
}
