// JsonWriter: RapidJSON's streaming writer with the few forms that the project's JSON needs.
#ifndef SYNOPTIC_DOC_JSON_WRITER_H_
#define SYNOPTIC_DOC_JSON_WRITER_H_

#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/writer.h>

namespace synoptic {

class JsonWriter {
 public:
  // Appends to `out`, which must outlive the writer.
  explicit JsonWriter(std::string& out) : sink_{out}, writer_(sink_) {
    writer_.SetMaxDecimalPlaces(4);
  }

  void BeginObject() { writer_.StartObject(); }
  void EndObject() { writer_.EndObject(); }
  void BeginArray() { writer_.StartArray(); }
  void EndArray() { writer_.EndArray(); }
  void Key(std::string_view key) { writer_.Key(key.data(), Size(key)); }

  void Null() { writer_.Null(); }
  void Bool(bool value) { writer_.Bool(value); }
  void Int(int64_t value) { writer_.Int64(value); }
  void String(std::string_view value) { writer_.String(value.data(), Size(value)); }
  // `json`: a value that is JSON already.
  void Raw(std::string_view json) {
    writer_.RawValue(json.data(), json.size(), rapidjson::kObjectType);
  }
  // Whole numbers without a point; what is not finite is null.
  void Number(double value) {
    if (!std::isfinite(value)) return Null();
    if (value == std::floor(value) && std::abs(value) < 9e15)
      return Int(static_cast<int64_t>(value));
    writer_.Double(value);
  }

  // One key and its value.
  void Field(std::string_view key, std::string_view value) { Key(key), String(value); }
  void Field(std::string_view key, const char* value) { Key(key), String(value); }
  void Field(std::string_view key, const std::string& value) { Key(key), String(value); }
  void Field(std::string_view key, bool value) { Key(key), Bool(value); }
  void Field(std::string_view key, int value) { Key(key), Int(value); }
  void Field(std::string_view key, double value) { Key(key), Number(value); }
  void Field(std::string_view key, const std::optional<std::string>& value) {
    Key(key);
    value ? String(*value) : Null();
  }
  void Field(std::string_view key, const std::vector<std::string>& values) {
    Key(key), BeginArray();
    for (const std::string& value : values) String(value);
    EndArray();
  }
  // null where `value` is empty.
  void FieldOrNull(std::string_view key, std::string_view value) {
    Key(key);
    value.empty() ? Null() : String(value);
  }

 private:
  struct Sink {
    using Ch = char;
    std::string& out;
    void Put(char c) { out += c; }
    void Flush() {}
  };
  static rapidjson::SizeType Size(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
  }

  Sink sink_;
  rapidjson::Writer<Sink> writer_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_JSON_WRITER_H_
