// version, help, man and completion, all made from what the commands say of themselves.
#include "commands.h"

namespace synoptic {
namespace {

// Hyphens and backslashes mean something to roff; a dot or quote does at the start of a line.
std::string Roff(std::string text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool start = i == 0 || text[i - 1] == '\n';
    if (start && (text[i] == '.' || text[i] == '\'')) out += "\\&";
    if (text[i] == '-' || text[i] == '\\') out += '\\';
    out += text[i] == '\\' ? 'e' : text[i];
  }
  return out;
}

std::string OptionHead(const CLI::Option& option) {
  std::string head = option.get_name(option.get_positional(), true);
  if (!option.get_positional() && option.get_type_size() != 0 && option.get_type_name() != "") {
    head += " " + option.get_type_name();
  }
  return head;
}

void AppendCommand(const CLI::App& command, std::string& page) {
  page +=
      ".SS synoptic " + Roff(command.get_name()) + "\n" + Roff(command.get_description()) + "\n";
  for (const CLI::Option* option : command.get_options()) {
    page += ".TP\n\\fB" + Roff(OptionHead(*option)) + "\\fR\n" + Roff(option->get_description());
    const std::string value = option->get_default_str();
    page += (value.empty() ? "" : " (default: " + Roff(value) + ")") + std::string("\n");
  }
}

std::string ManPage(const CLI::App& app) {
  std::string page =
      ".TH SYNOPTIC 1 \"\" \"synoptic " SYNOPTIC_VERSION
      "\" \"User Commands\"\n.SH NAME\nsynoptic \\- many reports, one event\n"
      ".SH SYNOPSIS\n.B synoptic\n\\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIPATH\\fR]...\n"
      ".SH DESCRIPTION\n";
  page += Roff(app.get_description()) + "\n.SH COMMANDS\n";
  for (const CLI::App* command : app.get_subcommands({})) AppendCommand(*command, page);
  page +=
      ".SH EXIT STATUS\n.TP\n0\ndone\n.TP\n1\nfinished, but some input was refused; each is named "
      "on standard "
      "error, with why\n.TP\n2\nthe command line is wrong\n.TP\n3\nthe store cannot be used\n";
  return page;
}

std::string BashCompletion(const CLI::App& app) {
  std::string commands, cases;
  for (const CLI::App* command : app.get_subcommands({})) {
    commands += command->get_name() + " ";
    std::string words;
    for (const CLI::Option* option : command->get_options()) {
      for (const std::string& name : option->get_lnames()) words += "--" + name + " ";
    }
    cases += "    " + command->get_name() + ") words=\"" + words + "\" ;;\n";
  }
  return "# bash completion of synoptic: source it, or put it into bash_completion.d\n"
         "_synoptic() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} words\n"
         "  if [[ $COMP_CWORD -eq 1 ]]; then\n"
         "    COMPREPLY=($(compgen -W \"" +
         commands +
         "\" -- \"$word\"))\n"
         "    return\n"
         "  fi\n"
         "  case ${COMP_WORDS[1]} in\n" +
         cases +
         "  esac\n"
         "  if [[ $word == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "  else\n"
         "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _synoptic synoptic\n";
}

}  // namespace

void AddManual(CLI::App& app, Session& session) {
  app.add_subcommand("version", "The version of this program")->callback([&session] {
    session.Print("synoptic " SYNOPTIC_VERSION "\n");
  });
  CLI::App* help = app.add_subcommand("help", "What a command does");
  auto topic = std::make_shared<std::string>();
  help->add_option("COMMAND", *topic, "The command to explain")->type_name("");
  help->callback([&app, &session, topic] {
    if (topic->empty()) {
      // App::help() would explain this very command.
      return session.Print(
          app.get_formatter()->make_help(&app, "synoptic", CLI::AppFormatMode::Normal));
    }
    for (const CLI::App* command : app.get_subcommands({})) {
      if (command->check_name(*topic)) {
        return session.Print(command->help("synoptic", CLI::AppFormatMode::Normal));
      }
    }
    throw CLI::ValidationError("help", "no such command: " + *topic);
  });
  app.add_subcommand("man", "The manual page, in roff: synoptic man | man -l -")
      ->callback([&app, &session] { session.Print(ManPage(app)); });
  app.add_subcommand("completion", "Completion for bash: source <(synoptic completion)")
      ->callback([&app, &session] { session.Print(BashCompletion(app)); });
}

}  // namespace synoptic
