package sample

// kind is one kind of block; $ stands for the block's number.
type kind struct {
	name    string
	count   int // steps, without those of a menu's keys
	needs   bool
	prompts string
	steps   string
}

// frameSteps are the steps of the frame.
const frameSteps = 9

// frame is the flow without its blocks: prompts, steps of main and blocks go in.
const frame = `ringflow: 1
flow: long
starts: incoming
language: en-US
country: US
allow: {RF3102: the longest menu is wanted here, RF3105: nobody is in this call}
config: {line: phone, desk: phone, music: url, results_url: url, results_key: secret}
stores:
  orders: {key: "order:{number: text}", value: {courier: private phone, state: text, pieces: number}}
  members: {key: "member:{card: text}", value: {name: text, level: optional text}}
prompts:
  again: We did not hear anything. Please try once more.
  busy: The line is busy.
  goodbye: Goodbye.
  hint: It is printed on the top right of your letter.
  nobody: Nobody can take your call right now. Goodbye.
  putting_through: We are putting you through.
  trouble: We are sorry, our system does not answer. Please call again later.
  unknown: We do not know this number.
%smain:
  - answer
  - record: {channels: split}
%s  - run: menu_0
  - hangup: goodbye
blocks:
%sresult: {order: "", role: "", topic: "", reached: "", score: "", card: "", recording: ""}
finally:
  - note: {recording: "{call.recording}"}
  - if: result.reached == "Yes"
    then: {log: somebody was reached}
    else: {log: nobody was reached}
  - report: config.results_url
    sign: config.results_key
`

func menu() kind {
	return kind{name: "menu", count: 4, prompts: `  menu_$_choose: Please choose one of the topics of part $.
  menu_$_again: That is no topic of part $.
`, steps: `  menu_$:
    - note: {topic: part $}
    - menu: menu_$_choose
      timeout: 6s
      other_keys: wrong
      again: {silent: again, wrong: menu_$_again}
      on:
          gave_up: [{play: trouble}, {hangup: goodbye}]
`}
}

func leaves() []kind { return []kind{orders(), desk(), survey(), member()} }

func orders() kind {
	return kind{name: "orders", count: 14, prompts: `  orders_$_ask: Please enter the six digits of your order from shop $.
  orders_$_sent: "Your order {spell(number)} from shop $ is on its way."
  orders_$_pieces: "Your order is packed, in {pieces} pieces."
  orders_$_other: Shop $ is still working on your order.
`, steps: `  orders_$:
    - gather: orders_$_ask
      as: number
      digits: 6
      hint: {after: 2s, play: hint}
      accept: {lookup: orders, key: {number: number}, as: order}
      again: {silent: again, wrong: unknown}
      on:
        entered: {note: {order: "{number}"}}
        gave_up: {hangup: goodbye}
        failed | malformed: [{play: trouble}, {hangup: goodbye}]
    - choose:
        - when: order.state == "sent"
          do: {play: orders_$_sent}
        - when: order.state == "packed" && order.pieces > 1
          do:
            - log: order of {order.pieces} pieces
            - play: {orders_$_pieces: {pieces: order.pieces}}
        - otherwise: {play: orders_$_other}
    - if: caller.number == order.courier
      declassify: {role: couriers know that they are couriers}
      then:
        - note: {role: Courier}
        - log: a courier asks about an order
    - note: {topic: "order {number} of shop $"}
`}
}

func desk() kind {
	return kind{name: "desk", count: 9, needs: true, prompts: `  desk_$_whisper: "A call for desk $ about {topic}."
`, steps: `  desk_$:
    needs: {topic: text}
    do:
      - note: {topic: "{topic}"}
      - play: [putting_through, {silence: 500ms}]
      - connect: config.desk
        show: config.line
        caller_hears: config.music
        callee_hears: desk_$_whisper
        ring_for: 20s
        leg: desk
        on:
          answered: {note: {reached: "Yes"}}
          busy: {play: busy}
          no_answer | rejected | failed:
            - note: {reached: "No"}
            - log: desk $ did not answer
            - hangup: nobody
      - play: trouble
`}
}

func survey() kind {
	return kind{name: "survey", count: 10, prompts: `  survey_$_ask: How did you like shop $? Press a key from 1 for not at all to 3 for very much.
  survey_$_good: Thank you, shop $ will be glad to hear that.
  survey_$_sorry: "We are sorry that it was only {score}."
`, steps: `  survey_$:
    - set: {score: 0, weight: $}
    - menu: survey_$_ask
      attempts: {silent: 1}
      on:
        key "1": {set: {score: 1}}
        key "2": {set: {score: 2}}
        key "3": {set: {score: 3}}
        gave_up: {log: no answer about shop $}
    - if: score > 2 || weight * score > 1000
      then: {play: survey_$_good}
      else: {play: survey_$_sorry}
    - note: {score: "{score}"}
`}
}

func member() kind {
	return kind{name: "member", count: 12, prompts: `  member_$_ask: Please enter the number of your card for club $, and then a star.
  member_$_hello: "Hello, {member.name} of club $."
`, steps: `  member_$:
    - gather: member_$_ask
      as: card
      min: 4
      max: 10
      ends_with: "*"
      timeout: 5s
      on: {gave_up: {hangup: goodbye}}
    - note: {card: "{card}"}
    - lookup: members
      key: {card: card}
      as: member
      on:
        missing: [{play: unknown}, {hangup: goodbye}]
        malformed | failed: [{log: members cannot be read}, {hangup: trouble}]
    - play: member_$_hello
    - if: member.level != null
      then: {play: {text: "Your level is {lower(member.level)}."}}
      else: {play: {text: You have no level yet.}}
`}
}
