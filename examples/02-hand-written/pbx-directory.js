// The directory of the house: extensions, who they are, and what they may do.
// The rule lists this script before pbx.js, which uses what is declared here.
const OUTSIDE = "10000000000";

class Extension {
  constructor(number, username, { outside = false, group = [] } = {}) {
    this.number = number;
    this.username = username;
    this.outside = outside; // may call out with 9
    this.group = group; // rings instead when the user does not answer
  }

  dial(callerid, displayName) {
    return VoxEngine.callUser({
      username: this.username, callerid, displayName,
      extraHeaders: { "X-Extension": this.number, "VI-CallTimeout": "15" },
    });
  }
}

const extensions = [
  new Extension("100", "reception", { group: ["101", "102"] }),
  new Extension("101", "ann", { outside: true }),
  new Extension("102", "bob"),
];

function byNumber(number) {
  return extensions.find((x) => x.number === number);
}

function byUser(username) {
  return extensions.find((x) => x.username === username);
}
