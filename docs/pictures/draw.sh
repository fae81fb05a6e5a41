#!/bin/bash
# Draws the pictures of docs/PICTURES.md from a network of made-up people: draw.sh BIN FOLDER
# BIN has kith and kith-relay. A sealed compare takes two people and a relay between them.
set -euo pipefail
kith=$1/kith
out=$2
work=$(mktemp -d)
relay_process=
trap '[ -z "$relay_process" ] || kill "$relay_process"; rm -rf "$work"' EXIT
export KITH_VAULT=$work/vault KITH_PASSPHRASE="made-up words" KITH_KDF=floor
k() { "$kith" "$@" >/dev/null; }

k init --name "Sol Vega" --kdf floor
k me edit --level 2 --birth-year 1990 --career-stage advancement --all-pairs-told yes

# name, seniority, system, kind, closeness, frequency
while IFS=, read -r name seniority system kind closeness frequency; do
  k person add "$name"
  k person edit "$name" --seniority "$seniority" --system "$system"
  k relationship set "$name" --kind "$kind" --closeness "$closeness" --frequency "$frequency"
done <<'PEOPLE'
Amina Diallo,senior,my_organization,mentor,very_close,every_two_weeks
Eskil Aas,senior,my_organization,mentor,less_close,quarterly
Fen Zhou,senior,another_employer,mentor,less_close,monthly
Goro Mori,peer,my_unit,peer,close,weekly
Hana Novak,peer,school,peer,very_close,weekly
Ilse Baum,peer,profession,peer,less_close,quarterly
Juno Park,junior,my_unit,protege,close,weekly
Kofi Mensah,junior,my_organization,protege,distant,quarterly
Lior Adar,peer,friends,peer,very_close,weekly
PEOPLE
k person edit Ilse --connector yes

# person, function, direction, intensity
while IFS=, read -r name function direction intensity; do
  k mark add --person "$name" --function "$function" --direction "$direction" --intensity "$intensity"
done <<'MARKS'
Amina,SPON,received,3
Amina,COAC,received,3
Amina,EXPO,received,2
Amina,COUN,received,1
Amina,INFO,given,2
Eskil,PROT,received,1
Fen,CHAL,received,2
Goro,INFO,received,3
Goro,JFBK,received,2
Goro,INFO,given,3
Goro,JFBK,given,2
Hana,EMOT,received,3
Hana,PFBK,received,2
Hana,FRIE,received,3
Hana,EMOT,given,3
Hana,FRIE,given,3
Ilse,INFO,received,1
Juno,COAC,given,3
Juno,ROLE,given,1
Kofi,EXPO,given,1
Lior,FRIE,received,3
Lior,FRIE,given,3
MARKS
k need add --function ROLE --importance 3
k need add --function SPON --importance 3
k need add --function CHAL --importance 3
k knows add --person Amina --other Eskil --how know_well
k knows add --person Amina --other Goro --how know_well
k knows add --person Goro --other Juno --how know_well
k knows add --person Hana --other Lior --how know_of

k span add --person Amina --phase initiation --from 2021-03 --to 2021-12
k span add --person Amina --phase cultivation --from 2021-12
k turn add --person Amina --point I2 --when 2021-06
k turn add --person Amina --point C1 --when 2022
k turn add --person Amina --point C3 --when 2023-04
k span add --person Eskil --phase initiation --from 2017 --to 2018
k span add --person Eskil --phase cultivation --from 2018 --to 2022-09
k span add --person Eskil --phase separation --from 2022-09 --to 2024
k span add --person Eskil --phase redefinition --from 2024
k turn add --person Eskil --point S3 --when 2022-09
k turn add --person Eskil --point R3 --when 2023-11
k turn add --person Eskil --point R4 --when 2024-02
k event add --what promotion --when 2022-09
k event add --what transfer --when 2024-05

k relationship set Amina --ideal-days 14 --max-days 28
k relationship set Hana --ideal-days 7 --max-days 21
k relationship set Eskil --ideal-days 90 --max-days 150
for ago in 9 24 45 60 81 110 130 160 200 230; do
  k log add --with Amina --when "$(date -d "$ago days ago" +%F)" --quality $((ago % 3 + 1)) --theme Commitment
done
for ago in 3 12 19 40 47 66; do k log add --with Hana --when "$(date -d "$ago days ago" +%F)" --quality 3; done
k log add --with Eskil --when "$(date -d "170 days ago" +%F)" --quality 2

k reassess save --decide Eskil=keep
k person add "Maria Ruiz"
k person edit Maria --seniority senior --system profession
k relationship set Maria --kind mentor --closeness close --frequency monthly
k mark add --person Maria --function STRA --direction received --intensity 2
k relationship set Kofi --valued yes
k relationship set Fen --closeness close

# Amina's own vault, and what both of them seal.
"$1/kith-relay" --dev --data "$work/relay" --listen 127.0.0.1:0 >"$work/relay.log" &
relay_process=$!
until grep -q serving "$work/relay.log"; do sleep 0.1; done
export KITH_RELAY=$(sed -n 's/^kith-relay: serving //p' "$work/relay.log") KITH_RELAY_CA=$work/relay/ca.pem
amina() { KITH_VAULT=$work/amina "$kith" --json "$@"; }
value() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }
amina init --name "Amina Diallo" --kdf floor >/dev/null
amina person add "Sol Vega" >/dev/null
invited=$("$kith" --json pair invite Amina)
accepted=$(amina pair accept "$(value code <<<"$invited")" --as Sol)
digits=$(value digits <<<"$accepted")
k pair list
k pair confirm "$(value id <<<"$invited")" --code "$digits"
amina pair confirm "$(value id <<<"$accepted")" --code "$digits" >/dev/null
k sync
k compare Amina --seal --function SPON:received:3 --function COAC:received:3 --function EXPO:received:2 \
  --function COUN:received:1 --function ROLE:received:1
amina compare Sol --seal --function SPON:given:1 --function COAC:given:3 --function EXPO:given:2 \
  --function COUN:given:3 --function CHAL:given:2 >/dev/null
amina sync >/dev/null
k sync
amina sync >/dev/null
k sync

mkdir -p "$out"
for ground in "" --dark; do
  name=${ground#--}
  end=${name:+-$name}.svg
  "$kith" map --svg "$out/map$end" --who-knows-whom --force $ground >/dev/null
  "$kith" functions --svg "$out/functions$end" --width 900 --force $ground >/dev/null
  "$kith" timeline --svg "$out/timeline$end" --width 720 --force $ground >/dev/null
  "$kith" compare Amina --svg "$out/compare$end" --force $ground >/dev/null
  for picture in reciprocity cadence type themes then-and-now; do
    "$kith" picture "$picture" --svg "$out/$picture$end" --force $ground >/dev/null
  done
done
"$kith" map --svg "$out/map-initials.svg" --initials --force >/dev/null
"$kith" map --svg "$out/map-rtl.svg" --rtl --force >/dev/null
chmod 644 "$out"/*.svg
