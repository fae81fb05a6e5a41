#include "kith/network/own_side.h"

#include <algorithm>

namespace kith::network {
namespace {

// The words of the task, and where they come from, so that nobody takes them for a finding about this reader.
std::string labelled(const OwnTask& task) {
  return std::string(task.prompt) + " (" + std::string(term(task.polarity).term) + "; " +
         std::string(source_name(Source::kram_1983)) + ", our question)";
}

bool brings(const Relationship& tie, Side side) {
  return std::any_of(tie.benefits.begin(), tie.benefits.end(), [side](Benefit b) { return side_of(b) == side; });
}

}  // namespace

std::vector<OwnTask> own_tasks(Side mine) {
  switch (mine) {
    case Side::junior:
      return {{Polarity::role_identity, LifeTask::initiation,
               "who are you at work, and what have you found out about that here?"}};
    case Side::senior:
      return {{Polarity::generativity, LifeTask::reappraisal,
               "what of yours would you like to see go on in the other's work?"},
              {Polarity::generativity, LifeTask::reappraisal,
               "does your outlook on your own career colour what you see in the other's?"}};
    case Side::equal:
    case Side::neither: break;
  }
  return {};
}

std::vector<std::string> own_prompts(const Relationship& tie, std::optional<Phase> phase) {
  std::vector<std::string> out;
  if (!tie.kind) return out;
  const Side mine = my_side(*tie.kind);
  for (const OwnTask& task : own_tasks(mine)) out.push_back(labelled(task));
  if (mine == Side::senior) {
    out.push_back(brings(tie, Side::senior)
                      ? "what does it bring to you now, beside what you have noted?"
                      : "what does it bring to you: help with the work, respect, recognition, satisfaction?");
    if (phase == Phase::separation || phase == Phase::redefinition) {
      out.push_back("whom would you like to develop next, and what would you do as before?");
    }
  } else if (mine == Side::junior && !brings(tie, Side::junior)) {
    out.push_back("what has it brought to you: confidence, competence, autonomy, a skill?");
  }
  return out;
}

bool has_phases(const std::optional<TieKind>& kind) {
  return kind == TieKind::mentor || kind == TieKind::protege;
}

bool has_peer_place(const std::optional<TieKind>& kind) { return kind == TieKind::peer; }

}  // namespace kith::network
