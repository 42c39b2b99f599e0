// JSON without any change of its texts: ConvertFrom-Json makes dates of names that look like one. C# 5.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using System.Text;

namespace Regroup.Practice
{
    internal static class Json
    {
        internal static string Write(object value)
        {
            StringBuilder text = new StringBuilder();
            Write(text, value, 0);
            return text.ToString();
        }

        private static void Write(StringBuilder text, object value, int depth)
        {
            if (depth > 20) throw new ArgumentException("This is nested too deeply for the practice cluster.");
            PSObject wrapped = value as PSObject;
            if (wrapped != null) value = Bare(wrapped);
            if (value == null || value is SecureString || value is PSCredential) text.Append("null");
            else if (value is string) Quote(text, (string)value);
            else if (value is bool) text.Append((bool)value ? "true" : "false");
            else if (value is SwitchParameter) text.Append(((SwitchParameter)value).IsPresent ? "true" : "false");
            else if (value is DateTime) Number(text, Values.Milliseconds((DateTime)value));
            else if (value is TimeSpan) Number(text, ((TimeSpan)value).TotalMilliseconds);
            else if (value is Enum || value is char) Quote(text, value.ToString());
            else if (value is float || value is double || value is decimal) Number(text, Convert.ToDouble(value, CultureInfo.InvariantCulture));
            else if (value.GetType().IsPrimitive) text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
            else if (value is PracticeObject) Write(text, ((PracticeObject)value).Identity(), depth + 1);
            else if (value is IDictionary<string, object>) Members(text, (IDictionary<string, object>)value, depth);
            else if (value is IDictionary) Members(text, Named((IDictionary)value), depth);
            else if (value is IEnumerable) Items(text, (IEnumerable)value, depth);
            else Quote(text, Convert.ToString(value, CultureInfo.InvariantCulture));
        }

        /// <summary>What is inside; an object that came back from a job or a session is named by its type, Id and name.</summary>
        private static object Bare(PSObject wrapped)
        {
            if (!(wrapped.BaseObject is PSCustomObject)) return wrapped.BaseObject;
            const string mark = "Deserialized.Microsoft.";
            string type = wrapped.TypeNames.Count > 0 ? wrapped.TypeNames[0] : "";
            if (!type.StartsWith(mark, StringComparison.Ordinal)) return wrapped.ToString();
            Dictionary<string, object> identity = new Dictionary<string, object>();
            identity["$type"] = type.Substring(type.LastIndexOf('.') + 1);
            foreach (string property in new string[] { "Id", "Name" })
            {
                PSPropertyInfo found = wrapped.Properties[property];
                if (found != null && found.Value != null) identity[property] = found.Value.ToString();
            }
            return identity;
        }

        private static IDictionary<string, object> Named(IDictionary values)
        {
            Dictionary<string, object> named = new Dictionary<string, object>();
            foreach (DictionaryEntry entry in values) named[Convert.ToString(entry.Key, CultureInfo.InvariantCulture)] = entry.Value;
            return named;
        }

        private static void Number(StringBuilder text, double value)
        {
            if (double.IsNaN(value) || double.IsInfinity(value)) text.Append("null");
            else text.Append(value.ToString("R", CultureInfo.InvariantCulture));
        }

        private static void Members(StringBuilder text, IDictionary<string, object> values, int depth)
        {
            text.Append('{');
            string separator = "";
            foreach (KeyValuePair<string, object> member in values)
            {
                text.Append(separator);
                separator = ",";
                Quote(text, member.Key);
                text.Append(':');
                Write(text, member.Value, depth + 1);
            }
            text.Append('}');
        }

        private static void Items(StringBuilder text, IEnumerable values, int depth)
        {
            text.Append('[');
            string separator = "";
            foreach (object item in values)
            {
                text.Append(separator);
                separator = ",";
                Write(text, item, depth + 1);
            }
            text.Append(']');
        }

        private static void Quote(StringBuilder text, string value)
        {
            text.Append('"');
            foreach (char one in value)
            {
                if (one == '"' || one == '\\') text.Append('\\').Append(one);
                else if (one < ' ' || one > '~') text.Append("\\u").Append(((int)one).ToString("x4", CultureInfo.InvariantCulture));
                else text.Append(one);
            }
            text.Append('"');
        }

        internal static object Read(string text)
        {
            int at = 0;
            object value = Value(text, ref at, 0);
            Space(text, ref at);
            if (at != text.Length) throw Wrong();
            return value;
        }

        private static FormatException Wrong() { return new FormatException("The practice cluster's answer cannot be read."); }

        private static void Space(string text, ref int at)
        {
            while (at < text.Length && " \t\r\n".IndexOf(text[at]) >= 0) at += 1;
        }

        private static char Next(string text, ref int at)
        {
            Space(text, ref at);
            if (at >= text.Length) throw Wrong();
            return text[at];
        }

        private static object Value(string text, ref int at, int depth)
        {
            if (depth > 50) throw Wrong();
            switch (Next(text, ref at))
            {
                case '{': return Members(text, ref at, depth);
                case '[': return Items(text, ref at, depth);
                case '"': return Text(text, ref at);
                case 't': return Word(text, ref at, "true", true);
                case 'f': return Word(text, ref at, "false", false);
                case 'n': return Word(text, ref at, "null", null);
                default: return Number(text, ref at);
            }
        }

        private static object Word(string text, ref int at, string word, object value)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) throw Wrong();
            at += word.Length;
            return value;
        }

        private static object Number(string text, ref int at)
        {
            int from = at;
            while (at < text.Length && "+-.eE0123456789".IndexOf(text[at]) >= 0) at += 1;
            string digits = text.Substring(from, at - from);
            long whole;
            if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole)) return whole;
            double value;
            if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return value;
            throw Wrong();
        }

        private static object Items(string text, ref int at, int depth)
        {
            List<object> items = new List<object>();
            at += 1;
            if (Next(text, ref at) == ']') { at += 1; return items; }
            while (true)
            {
                items.Add(Value(text, ref at, depth + 1));
                char after = Next(text, ref at);
                at += 1;
                if (after == ']') return items;
                if (after != ',') throw Wrong();
            }
        }

        private static object Members(string text, ref int at, int depth)
        {
            Dictionary<string, object> members = new Dictionary<string, object>();
            at += 1;
            if (Next(text, ref at) == '}') { at += 1; return members; }
            while (true)
            {
                if (Next(text, ref at) != '"') throw Wrong();
                string name = Text(text, ref at);
                if (Next(text, ref at) != ':') throw Wrong();
                at += 1;
                members[name] = Value(text, ref at, depth + 1);
                char after = Next(text, ref at);
                at += 1;
                if (after == '}') return members;
                if (after != ',') throw Wrong();
            }
        }

        private static string Text(string text, ref int at)
        {
            StringBuilder value = new StringBuilder();
            for (at += 1; at < text.Length; at += 1)
            {
                char one = text[at];
                if (one == '"') { at += 1; return value.ToString(); }
                if (one != '\\') { value.Append(one); continue; }
                at += 1;
                if (at >= text.Length) throw Wrong();
                int place = "bfnrt".IndexOf(text[at]);
                if (text[at] == 'u')
                {
                    if (at + 4 >= text.Length) throw Wrong();
                    value.Append((char)int.Parse(text.Substring(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    at += 4;
                }
                else value.Append(place < 0 ? text[at] : "\b\f\n\r\t"[place]);
            }
            throw Wrong();
        }
    }
}
